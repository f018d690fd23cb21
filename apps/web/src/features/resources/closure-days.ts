import { addDays, daysBetween, parseCalendarDate } from "@fibril/kernel";

/** Every day from the first to the last, both included; the first alone where there is no later one. */
export function daysBetweenBoth({ day, until }: { readonly day: string; readonly until: string }): readonly string[] {
  const [first, last] = [parseCalendarDate(day), parseCalendarDate(until)];
  if (first === null || last === null || last < first) return [day];
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}
