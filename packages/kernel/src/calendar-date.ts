import type { Brand } from "./brand.ts";

/** A civil day `YYYY-MM-DD` at the clinic, years 0001 to 9999; never an instant. */
export type CalendarDate = Brand<string, "CalendarDate">;

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** The civil day that a text names, or null where it names none (wrong shape, 30 February). */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as CalendarDate;
}

/** @throws RangeError where the text names no civil day. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new RangeError(`not a civil day: ${text}`);
  return date;
}

/** Whole days since 1970-01-01, which is day 0; earlier days are negative. */
export function epochDay(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  // Days from civil, counting years from March so that the leap day is the last of its year.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil day that is so many whole days after 1970-01-01. @throws RangeError outside the years 0001 to 9999. */
export function fromEpochDay(days: number): CalendarDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`outside the calendar: day ${days}`);
  return format(year, month, day);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(epochDay(date) + days);
}

/** A day that does not exist in the month reached becomes that month's last: 31 Aug + 6 months is 28 or 29 Feb. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const monthIndex = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(monthIndex / 12), (((monthIndex % 12) + 12) % 12) + 1];
  if (!(newYear >= 1 && newYear <= 9999)) throw new RangeError(`outside the calendar: ${date} and ${months} months`);
  return format(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Whole civil days from `from` to `to`, negative where `to` is earlier. A clock change never counts. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDay(to) - epochDay(from);
}

/** From the birthday that completes these years on, somebody decides alone. */
export const adultYears = 18;

/** Completed years of life. Someone born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birthDate: CalendarDate, day: CalendarDate): number {
  const born = partsOf(birthDate);
  const now = partsOf(day);
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (hadBirthday ? 0 : 1);
}

export function weekdayOf(date: CalendarDate): Weekday {
  // 1970-01-01 was a Thursday.
  return weekdays[(((epochDay(date) + 3) % 7) + 7) % 7] as Weekday;
}

function partsOf(date: CalendarDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: twoDigits(date, 0) * 100 + twoDigits(date, 2), month: twoDigits(date, 5), day: twoDigits(date, 8) };
}

/** Read from the characters, because a calendar of a year names a hundred thousand days. */
function twoDigits(date: CalendarDate, at: number): number {
  return (date.charCodeAt(at) - zero) * 10 + date.charCodeAt(at + 1) - zero;
}

const zero = "0".charCodeAt(0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function format(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as CalendarDate;
}
