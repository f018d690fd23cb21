import { messages } from "../messages/index.ts";
import { sideBySide } from "./calendar-lanes.ts";
import { type Calendar, type CalendarColumnHead, pixelsPerMinute } from "./calendar-model.ts";
import { clockText } from "./clock-text.ts";

interface Column {
  readonly calendar: Calendar;
  readonly column: CalendarColumnHead;
  readonly index: number;
  readonly height: number;
}

const slotMinutes = 30;

export function CalendarColumn({ calendar, column, index, height }: Column) {
  const visits = sideBySide(calendar.visits.filter(({ columnId }) => columnId === column.id));
  const place = (from: number, to: number) => ({
    top: (from - calendar.fromMinute) * pixelsPerMinute,
    height: (to - from) * pixelsPerMinute,
  });
  return (
    <section className="fb-calendar-column" aria-label={column.title}>
      <header>
        <strong>{column.title}</strong>
        <span>{column.detail}</span>
      </header>
      <div className="fb-calendar-day" style={{ height, backgroundSize: `100% ${60 * pixelsPerMinute}px` }}>
        {(column.closed ?? []).map(({ from, to }) => (
          <div key={from} className="fb-calendar-closed" style={place(from, to)} title={messages.ui.closed} />
        ))}
        <FreeSlots calendar={calendar} column={column} index={index} />
        {visits.map(({ visit, lane, lanes }) => (
          <button
            key={visit.id}
            type="button"
            className={`fb-visit fb-visit-${visit.tone}`}
            data-column={index}
            data-minute={visit.startMinute}
            style={{
              ...place(visit.startMinute, visit.endMinute),
              insetInlineStart: `${(lane / lanes) * 100}%`,
              width: `${100 / lanes}%`,
            }}
            onClick={() => calendar.onOpen(visit)}
          >
            <span className="fb-visit-title">{visit.title}</span>
            <span>{`${clockText(visit.startMinute)}–${clockText(visit.endMinute)} · ${visit.state}`}</span>
            {visit.detail && <span>{visit.detail}</span>}
          </button>
        ))}
      </div>
    </section>
  );
}

/** Free half hours are reached by the arrow keys, not by Tab: a day has too many of them. */
function FreeSlots({ calendar, column, index }: Omit<Column, "height">) {
  const { fromMinute, toMinute, onFree } = calendar;
  if (!onFree) return null;
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
