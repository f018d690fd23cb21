import { addDays, addMonths, type CalendarDate } from "@fibril/kernel";
import type { Wait } from "./rule.ts";

/** The first day after the wait; "less than the wait ago" no longer holds on that day. */
export function endOf(wait: Wait, from: CalendarDate): CalendarDate {
  return wait.unit === "days" ? addDays(from, wait.count) : addMonths(from, wait.count);
}

export function inWords({ unit, count }: Wait): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

/** At least so many days, to put waits in order: the longest is the strictest. */
export function roughDays(wait: Wait | undefined): number {
  if (wait === undefined) return 0;
  return wait.unit === "days" ? wait.count : wait.count * 30.4375;
}
