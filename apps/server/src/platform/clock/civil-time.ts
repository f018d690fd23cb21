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

/**
 * The instant of a wall time as the edge of a booking: one that the clock skips is the moment at which it is moved, so
 * that what is later on the wall is never earlier in truth.
 */
export function edgeInstantOf(wall: Parameters<typeof instantOf>[0]): Date {
  const derived = zoned(instantOf(wall), wall.timeZone);
  const asked = Temporal.PlainDate.from(wall.day).toPlainDateTime().add({ minutes: wall.minute });
  if (derived.toPlainDateTime().equals(asked)) return new Date(derived.epochMilliseconds);
  const moved = derived.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  return new Date((moved ?? derived).epochMilliseconds);
}

export interface WallTime {
  readonly day: CalendarDate;
  /** Minutes since midnight `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

/** The wall times between two days that a zone skips when its clock goes forward; a skipped midnight is of both days. */
export function skippedTimes(
  timeZone: string,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
) {
  const skipped: WallTime[] = [];
  const ends = Temporal.PlainDate.from(to).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  let moved = Temporal.PlainDate.from(from)
    .subtract({ days: 1 })
    .toZonedDateTime(timeZone)
    .getTimeZoneTransition("next");
  while (moved !== null && moved.epochMilliseconds <= ends) {
    const shown = moved.toPlainDateTime();
    const before = moved.subtract({ nanoseconds: 1 }).toPlainDateTime().add({ nanoseconds: 1 });
    skipped.push(...wallTimesBetween(before, shown).filter(({ day }) => from <= day && day <= to));
    moved = moved.getTimeZoneTransition("next");
  }
  return skipped;
}

/** What the wall clock of a zone shows between two instants, day by day; an hour that it shows twice is there twice. */
export function wallTimesOf({ begins, ends }: { readonly begins: Date; readonly ends: Date }, timeZone: string) {
  const times: WallTime[] = [];
  let at = begins.getTime();
  while (at < ends.getTime()) {
    const shown = zoned(new Date(at), timeZone);
    const moved = shown.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity;
    const until = Math.min(moved, ends.getTime());
    const from = shown.toPlainDateTime();
    times.push(...wallTimesBetween(from, from.add({ milliseconds: until - at })));
    at = until;
  }
  return times;
}

/** Day by day; nothing where the clock went back. */
function wallTimesBetween(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): readonly WallTime[] {
  const times: WallTime[] = [];
  let begins = from;
  while (Temporal.PlainDateTime.compare(begins, to) < 0) {
    const midnight = begins.toPlainDate().add({ days: 1 }).toPlainDateTime();
    const isLast = Temporal.PlainDateTime.compare(to, midnight) <= 0;
    const end = isLast ? to : midnight;
    const minutes = Math.ceil(end.since(begins).total("minutes"));
    const first = begins.hour * 60 + begins.minute;
    times.push({ day: calendarDate(begins.toPlainDate().toString()), from: first, to: first + minutes });
    begins = end;
  }
  return times;
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
