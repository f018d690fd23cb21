import { type CalendarDate, calendarDate } from "@fibril/kernel";
import { Temporal } from "temporal-polyfill";

/** The civil day that it is in a zone at an instant. */
export function civilDay(instant: Date, timeZone: string): CalendarDate {
  const minute = Math.floor(instant.getTime() / 60_000);
  const last = lastDays.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = calendarDate(zoned(instant, timeZone).toPlainDate().toString());
  // Since 1973 no zone has moved its clock but at a whole minute, so that within one the day stays.
  if (minute >= from1973) lastDays.set(timeZone, { minute, day });
  return day;
}

const from1973 = Date.UTC(1973, 0) / 60_000;
/** The day of the last minute that was asked about in each zone: every request asks which day it is, some a few times. */
const lastDays = new Map<string, { readonly minute: number; readonly day: CalendarDate }>();

/** Minutes since midnight on the wall clock of a zone. */
export function minuteOfDay(instant: Date, timeZone: string): number {
  const { hour, minute } = zoned(instant, timeZone);
  return hour * 60 + minute;
}

interface WallMoment {
  readonly day: CalendarDate;
  /** Minutes since midnight. */
  readonly minute: number;
  readonly timeZone: string;
}

/**
 * The instant of a wall time; a time that the clock skips moves forward, one that it repeats is the earlier.
 * Derived only: day, minute and zone stay the truth.
 */
export function instantOf(wall: WallMoment): Date {
  const midnight = wall.minute >= 0 && wall.minute <= dayMinutes ? steadyMidnight(wall) : null;
  return new Date(midnight === null ? instantOnClock(wall) : midnight + wall.minute * 60_000);
}

const dayMinutes = 24 * 60;
const mostDays = 4096;
const steadyDays = new Map<string, number | null>();

/** The instant at which a day begins, or null for one on which the clock is moved; kept, because most days are asked about often. */
function steadyMidnight({ day, timeZone }: WallMoment): number | null {
  const key = `${timeZone} ${day}`;
  const known = steadyDays.get(key);
  if (known !== undefined) return known;
  const midnight = instantOnClock({ day, minute: 0, timeZone });
  const isSteady = instantOnClock({ day, minute: dayMinutes, timeZone }) - midnight === dayMinutes * 60_000;
  if (steadyDays.size >= mostDays) steadyDays.clear();
  steadyDays.set(key, isSteady ? midnight : null);
  return isSteady ? midnight : null;
}

function instantOnClock({ day, minute, timeZone }: WallMoment): number {
  const local = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute });
  return local.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
}

/**
 * The instant of a wall time as the edge of a booking: one that the clock skips is the moment at which it is moved, so
 * that what is later on the wall is never earlier in truth.
 */
export function edgeInstantOf(wall: WallMoment): Date {
  if (steadyMidnight(wall) !== null) return instantOf(wall);
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

/**
 * A zone by the name that is kept for it, however somebody wrote its capitals; null for what is none. A mere distance from
 * UTC is none: it knows no summer time.
 */
export function timeZoneNamed(text: string): string | null {
  const name = text.trim();
  if (!/^[A-Za-z]/.test(name) || !isTimeZone(name)) return null;
  const listed = [...Intl.supportedValuesOf("timeZone"), "UTC"];
  const kept = listed.find((zone) => zone.toLowerCase() === name.toLowerCase());
  return kept ?? name.replaceAll(/(?<![A-Za-z])[a-z]/g, (letter) => letter.toUpperCase());
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
