import { messages } from "../messages/index.ts";
import { sideBySide } from "./calendar-lanes.ts";
import { type Calendar, type CalendarColumnHead, pixelsPerMinute } from "./calendar-model.ts";
import { CalendarTargetsLayer } from "./calendar-targets.tsx";
import { CalendarVisitBlock } from "./calendar-visit-block.tsx";
import { clockText } from "./clock-text.ts";

interface Column {
  readonly calendar: Calendar;
  readonly column: CalendarColumnHead;
  readonly index: number;
  readonly height: number;
  /** The click that ends a drag opens nothing. */
  readonly isSwallowing: () => boolean;
}

const slotMinutes = 30;

export function CalendarColumn({ calendar, column, index, height, isSwallowing }: Column) {
  const { targets } = calendar;
  const visits = sideBySide(calendar.visits.filter(({ columnId }) => columnId === column.id));
  return (
    <section className="fb-calendar-column" aria-label={column.title}>
      <header>
        <strong>{column.title}</strong>
        <span>{targets?.notes.get(column.id) ?? column.detail}</span>
      </header>
      <div className="fb-calendar-day" style={{ height, backgroundSize: `100% ${60 * pixelsPerMinute}px` }}>
        <ClosedHours calendar={calendar} column={column} />
        <FreeSlots calendar={calendar} column={column} index={index} />
        {visits.map((placed) => (
          <CalendarVisitBlock
            key={placed.visit.id}
            placed={placed}
            calendar={calendar}
            column={index}
            isSwallowing={isSwallowing}
          />
        ))}
        <CalendarTargetsLayer calendar={calendar} column={column} />
      </div>
    </section>
  );
}

/** Hatched, with the reason written on it where it lasts long enough to hold words. */
function ClosedHours({ calendar: { fromMinute }, column }: Pick<Column, "calendar" | "column">) {
  return (column.closed ?? []).map(({ from, to }) => (
    <div
      key={from}
      className="fb-calendar-closed"
      style={{ top: (from - fromMinute) * pixelsPerMinute, height: (to - from) * pixelsPerMinute }}
      title={column.detail || messages.ui.closed}
    >
      {to - from >= 180 && <span className="fb-calendar-reason">{column.detail || messages.ui.closed}</span>}
    </div>
  ));
}

/** Free half hours are reached by the arrow keys, not by Tab: a day has too many of them. */
function FreeSlots({ calendar, column, index }: Pick<Column, "calendar" | "column" | "index">) {
  const { fromMinute, toMinute, onFree, targets } = calendar;
  if (!onFree || targets) return null;
  const busy = [
    ...calendar.visits
      .filter(({ columnId, tone }) => columnId === column.id && tone !== "cancelled")
      .map(({ startMinute, endMinute }) => ({ from: startMinute, to: endMinute })),
    ...(column.closed ?? []),
  ];
  const starts = Array.from(
    { length: Math.floor((toMinute - fromMinute) / slotMinutes) },
    (_, slot) => fromMinute + slot * slotMinutes,
  );
  return starts
    .filter((start) => !busy.some(({ from, to }) => from < start + slotMinutes && start < to))
    .map((start) => (
      <button
        key={start}
        type="button"
        tabIndex={-1}
        className="fb-free"
        data-column={index}
        data-minute={start}
        aria-label={messages.ui.freeAt(clockText(start), column.title)}
        style={{ top: (start - fromMinute) * pixelsPerMinute, height: slotMinutes * pixelsPerMinute }}
        onClick={() => onFree(column.id, start)}
      >
        {clockText(start)}
      </button>
    ));
}
