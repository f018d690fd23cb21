import type { CalendarDate } from "@fibril/kernel";

/** A lot is good until the end of its last day at the clinic. Civil days compare as text. */
export function isExpired(expiresOn: CalendarDate, today: CalendarDate): boolean {
  return expiresOn < today;
}
