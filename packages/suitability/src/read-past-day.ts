import type { CalendarDate, Reader } from "@fibril/kernel";

/** A reader that knows the day the document speaks of, where that could be read. */
export interface Reading extends Reader {
  readonly asOf: CalendarDate | null;
}

/** A civil day that is not after asOf: every day of a screening lies in the past. */
export function readPastDay(value: unknown, path: string, reading: Reading): CalendarDate | null {
  const day = reading.day(value, path);
  if (day !== null && reading.asOf !== null && day > reading.asOf) reading.note(path, "is after asOf");
  return day;
}
