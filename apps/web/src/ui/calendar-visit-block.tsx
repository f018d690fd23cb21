import { messages } from "../messages/index.ts";
import type { Placed } from "./calendar-lanes.ts";
import { type Calendar, type CalendarVisit, pixelsPerMinute } from "./calendar-model.ts";
import { clockText } from "./clock-text.ts";

interface Block {
  readonly placed: Placed<CalendarVisit>;
  readonly calendar: Calendar;
  readonly column: number;
  readonly isSwallowing: () => boolean;
}

/** A third line that would be cut in half is told by the title alone. */
const threeLines = 60;

export function CalendarVisitBlock({ placed: { visit, lane, lanes }, calendar, column, isSwallowing }: Block) {
  const { fromMinute, onOpen, hand, targets } = calendar;
  const isMovable = visit.isMovable === true && hand !== undefined;
  const height = (visit.endMinute - visit.startMinute) * pixelsPerMinute;
  const time = `${clockText(visit.startMinute)}–${clockText(visit.endMinute)}`;
  return (
    <button
      type="button"
      className={`fb-visit fb-visit-${visit.tone}`}
      data-column={column}
      data-minute={visit.startMinute}
      data-taken={targets?.visitId === visit.id}
      {...(isMovable ? { "data-movable-visit": visit.id, "aria-description": messages.ui.movableHint } : {})}
      style={{
        top: (visit.startMinute - fromMinute) * pixelsPerMinute,
        height,
        insetInlineStart: `${(lane / lanes) * 100}%`,
        width: `${100 / lanes}%`,
      }}
      title={[visit.title, time, visit.state, visit.detail].filter(Boolean).join(", ")}
      onClick={() => {
        if (!(isSwallowing() || targets)) onOpen(visit);
      }}
    >
      <span className="fb-visit-title">{visit.title}</span>
      <span>{`${time} · ${visit.state}`}</span>
      {visit.detail && height >= threeLines && <span>{visit.detail}</span>}
    </button>
  );
}
