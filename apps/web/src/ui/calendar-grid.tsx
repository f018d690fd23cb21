import "./calendar-grid.css";
import { type KeyboardEvent, useRef } from "react";
import { CalendarColumn } from "./calendar-column.tsx";
import { nextFocus } from "./calendar-focus.ts";
import { type Calendar, headHeight, pixelsPerMinute } from "./calendar-model.ts";
import { clockText } from "./clock-text.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { useCalendarHand } from "./use-calendar-hand.ts";

/** One tab stop; arrow keys move between visits and columns, Enter opens, Space picks a visit up where it can be moved. */
export function CalendarGrid(calendar: Calendar) {
  const grid = useRef<HTMLDivElement>(null);
  const carrier = useCalendarHand(grid, calendar);
  const { label, columns, fromMinute, toMinute, nowMinute, targets } = calendar;
  const hours = Array.from(
    { length: Math.ceil((toMinute - fromMinute) / 60) + 1 },
    (_, index) => fromMinute + index * 60,
  );
  const press = (event: KeyboardEvent) => {
    if (carrier.onKeyDown(event)) return event.preventDefault();
    const target = grid.current && nextFocus(grid.current, event.key);
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  const height = (toMinute - fromMinute) * pixelsPerMinute;
  return (
    <ScrollRegion
      className="fb-calendar"
      ref={grid}
      label={label}
      data-in-hand={targets !== undefined}
      onKeyDown={press}
      onPointerDown={carrier.onPointerDown}
      onClick={carrier.onClick}
    >
      <div className="fb-calendar-hours" style={{ height: height + headHeight }} aria-hidden="true">
        {hours.map((minute) => (
          <span key={minute} style={{ top: headHeight + (minute - fromMinute) * pixelsPerMinute }}>
            {clockText(minute)}
          </span>
        ))}
      </div>
      {columns.map((column, index) => (
        <CalendarColumn
          key={column.id}
          calendar={calendar}
          column={column}
          index={index}
          height={height}
          isSwallowing={carrier.isSwallowing}
        />
      ))}
      {nowMinute !== undefined && nowMinute >= fromMinute && nowMinute <= toMinute && (
        <div className="fb-calendar-now" style={{ top: headHeight + (nowMinute - fromMinute) * pixelsPerMinute }} />
      )}
    </ScrollRegion>
  );
}
