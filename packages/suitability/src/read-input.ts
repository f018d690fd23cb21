import { type CalendarDate, type InputIssue, parseCalendarDate } from "@fibril/kernel";

/** Where issues are noted while a document is read, and the day it speaks of, where that is known. */
export interface Reading {
  readonly issues: InputIssue[];
  readonly asOf: CalendarDate | null;
}

export type Fields = Readonly<Record<string, unknown>>;

export function note({ issues }: Reading, path: string, message: string): null {
  issues.push({ path, message });
  return null;
}

/** null counts as left out. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of an object, empty where it was left out; a field that is not known is refused at its own place. */
export function readFields(value: unknown, path: string, known: readonly string[], reading: Reading): Fields {
  if (!isGiven(value)) return {};
  if (!isFields(value)) {
    note(reading, path, "must be an object");
    return {};
  }
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) note(reading, join(path, name), "unknown field");
  }
  return value;
}

export function join(path: string, name: string | number): string {
  return path === "" ? String(name) : `${path}.${name}`;
}

/** One of the options, or null with the issue noted. */
export function readOption<Option extends string | number>(
  value: unknown,
  path: string,
  options: readonly Option[],
  reading: Reading,
): Option | null {
  const option = options.find((candidate) => candidate === value);
  if (option !== undefined) return option;
  return note(reading, path, isGiven(value) ? `must be one of ${options.join(", ")}` : "is required");
}

/** A civil day that is not after asOf: every day of a screening lies in the past. */
export function readPastDate(value: unknown, path: string, reading: Reading): CalendarDate | null {
  const date = readDate(value, path, reading);
  if (date !== null && reading.asOf !== null && date > reading.asOf) note(reading, path, "is after asOf");
  return date;
}

export function readDate(value: unknown, path: string, reading: Reading): CalendarDate | null {
  if (!isGiven(value)) return note(reading, path, "is required");
  const date = typeof value === "string" ? parseCalendarDate(value) : null;
  return date ?? note(reading, path, "must be a day YYYY-MM-DD of the calendar");
}
