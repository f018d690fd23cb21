import { addDays, type CalendarDate, weekdayOf, weekdays } from "@fibril/kernel";
import { civilDay } from "../../platform/clock/civil-time.ts";

/** The Monday of the week that a day lies in. */
export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, -weekdays.indexOf(weekdayOf(day)));
}

/** The Monday of the week, at the clinic, that an instant lies in. */
export function weekOf(instant: Date, timeZone: string): CalendarDate {
  return mondayOf(civilDay(instant, timeZone));
}

/** Whether the Sunday of the week is past. */
export function isOver(monday: CalendarDate, today: CalendarDate): boolean {
  return addDays(monday, 7) <= today;
}

/** Rows by their week, in the order in which the weeks first appear. */
export function byWeek<Row>(
  rows: readonly Row[],
  weekOfRow: (row: Row) => CalendarDate,
): ReadonlyMap<CalendarDate, readonly Row[]> {
  const weeks = new Map<CalendarDate, Row[]>();
  for (const row of rows) {
    const week = weekOfRow(row);
    const ofWeek = weeks.get(week);
    if (ofWeek) ofWeek.push(row);
    else weeks.set(week, [row]);
  }
  return weeks;
}
