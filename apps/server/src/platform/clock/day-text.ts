import { type CalendarDate, formatMinuteOfDay, type MinuteOfDay } from "@fibril/kernel";
import { civilDay, minuteOfDay } from "./civil-time.ts";

const format = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** `Tue 12 Jan 2027` from a civil day: how every sentence of the clinic names one. */
export function dayText(day: CalendarDate | string): string {
  return format.format(new Date(`${day}T00:00:00Z`)).replace(",", "");
}

/** `Tue 12 Jan 2027, 09:30` from a civil day and its wall time. */
export function dayAndTime(day: CalendarDate | string, timeOfDay: string): string {
  return `${dayText(day)}, ${timeOfDay}`;
}

/** `Tue 12 Jan 2027, 09:30` of an instant, on the clinic's own clock. */
export function instantText(instant: Date, timeZone: string): string {
  const minute = formatMinuteOfDay(minuteOfDay(instant, timeZone) as MinuteOfDay);
  return dayAndTime(civilDay(instant, timeZone), minute);
}
