import { addDays, weekdayOf } from "@fibril/kernel";
import { civilDay, instantOf } from "../platform/clock/civil-time.ts";

const opensAt = 8 * 60 + 50;

/**
 * When the demo opens, whatever the hour of the first start: ten to nine of that day at the clinic, or of the Monday
 * after where that is a weekend. So there is always a day's work ahead, and it is the same one.
 */
export function openingMoment(now: Date, timeZone: string): Date {
  const day = civilDay(now, timeZone);
  const daysToMonday = { sat: 2, sun: 1 } as Partial<Record<string, number>>;
  return instantOf({ day: addDays(day, daysToMonday[weekdayOf(day)] ?? 0), minute: opensAt, timeZone });
}
