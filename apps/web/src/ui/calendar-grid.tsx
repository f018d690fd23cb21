import "./calendar-grid.css";
import { type KeyboardEvent, useRef } from "react";
import { CalendarColumn } from "./calendar-column.tsx";
import { nextFocus } from "./calendar-focus.ts";
import { type Calendar, pixelsPerMinute } from "./calendar-model.ts";
import { clockText } from "./clock-text.ts";

/** One tab stop; arrow keys move between visits and columns, Enter opens. */
export function CalendarGrid(calendar: Calendar) {
  const grid = useRef<HTMLDivElement>(null);
  const { label, columns, fromMinute, toMinute, nowMinute } = calendar;
  const hours = Array.from(
    { length: Math.ceil((toMinute - fromMinute) / 60) + 1 },
    (_, index) => fromMinute + index * 60,
  );
  const move = (event: KeyboardEvent) => {
    const target = grid.current && nextFocus(grid.current, event.key);
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  const height = (toMinute - fromMinute) * pixelsPerMinute;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, and the keyboard must reach what scrolls
    <section className="fb-calendar" ref={grid} aria-label={label} onKeyDown={move} tabIndex={0}>
      <div className="fb-calendar-hours" style={{ height: height + 60 }} aria-hidden="true">
        {hours.map((minute) => (
          <span key={minute} style={{ top: 60 + (minute - fromMinute) * pixelsPerMinute }}>
            {clockText(minute)}
          </span>
        ))}
      </div>
      {columns.map((column, index) => (
        <CalendarColumn key={column.id} calendar={calendar} column={column} index={index} height={height} />
      ))}
      {nowMinute !== undefined && nowMinute >= fromMinute && nowMinute <= toMinute && (
        <div className="fb-calendar-now" style={{ top: 60 + (nowMinute - fromMinute) * pixelsPerMinute }} />
      )}
    </section>
  );
}
