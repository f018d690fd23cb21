import { type CalendarDate, calendarDate } from "@fibril/kernel";
import { Temporal } from "temporal-polyfill";

/** The civil day that it is in a zone at an instant. */
export function civilDay(instant: Date, timeZone: string): CalendarDate {
  return calendarDate(zoned(instant, timeZone).toPlainDate().toString());
}

/** Minutes since midnight on the wall clock of a zone. */
export function minuteOfDay(instant: Date, timeZone: string): number {
  const { hour, minute } = zoned(instant, timeZone);
  return hour * 60 + minute;
}

/**
 * The instant of a wall time; a time that the clock skips moves forward, one that it repeats is the earlier.
 * Derived only: day, minute and zone stay the truth.
 */
export function instantOf(wall: {
  readonly day: CalendarDate;
  readonly minute: number;
  readonly timeZone: string;
}): Date {
  const midnight = Temporal.PlainDate.from(wall.day).toPlainDateTime();
  const local = midnight.add({ minutes: wall.minute });
  return new Date(local.toZonedDateTime(wall.timeZone, { disambiguation: "compatible" }).epochMilliseconds);
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}

function zoned(instant: Date, timeZone: string) {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}
