import {
  type CalendarDate,
  type Fields,
  type InputIssue,
  isFields,
  isGiven,
  parseCalendarDate,
  parseMinuteOfDay,
} from "@fibril/kernel";
import { type DayRange, slotMinutes, type TimeRange } from "./course-search.ts";

/** Reads one value and notes every fault at its path; null where it could not be read. */
export type Reader<Value> = (value: unknown, path: string, issues: InputIssue[]) => Value | null;

export function note(issues: InputIssue[], path: string, message: string): null {
  issues.push({ path, message });
  return null;
}

/** The fields of an object that must be there, or null with that noted; an unknown one is refused at its own place. */
export function readFields(
  value: unknown,
  path: string,
  known: readonly string[],
  issues: InputIssue[],
): Fields | null {
  if (!isFields(value)) return note(issues, path, isGiven(value) ? "must be an object" : "is required");
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) note(issues, path === "" ? name : `${path}.${name}`, "unknown field");
  }
  return value;
}

export const readText: Reader<string> = (value, path, issues) => {
  if (typeof value === "string") return value;
  return note(issues, path, isGiven(value) ? "must be a text" : "is required");
};

export const readDay: Reader<CalendarDate> = (value, path, issues) => {
  if (!isGiven(value)) return note(issues, path, "is required");
  const day = typeof value === "string" ? parseCalendarDate(value) : null;
  return day ?? note(issues, path, "must be a day YYYY-MM-DD of the calendar");
};

/** Whole numbers between two bounds, both allowed. */
export function wholeNumber(min: number, max: number): Reader<number> {
  return (value, path, issues) => {
    if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return value as number;
    return note(issues, path, isGiven(value) ? `must be a whole number from ${min} to ${max}` : "is required");
  };
}

/** @returns `fallback` where the value is left out. */
export function orElse<Value, Fallback>(read: Reader<Value>, fallback: Fallback): Reader<Value | Fallback> {
  return (value, path, issues) => (isGiven(value) ? read(value, path, issues) : fallback);
}

/** A list that must be there; a fault in one entry does not hide the faults of the others. */
export function listOf<Value>(read: Reader<Value>): Reader<readonly Value[]> {
  return (value, path, issues) => {
    if (!Array.isArray(value)) return note(issues, path, isGiven(value) ? "must be a list" : "is required");
    return value.map((entry, index) => read(entry, `${path}.${index}`, issues)) as Value[];
  };
}

export function readParts(value: unknown, path: string, names: readonly string[], issues: InputIssue[]) {
  if (Array.isArray(value) && value.length === names.length) return value as readonly unknown[];
  return note(issues, path, `must be a list [${names.join(", ")}]`);
}

export const readDayRange: Reader<DayRange> = (value, path, issues) => {
  const parts = readParts(value, path, ["first day", "last day"], issues);
  if (parts === null) return null;
  const first = readDay(parts[0], `${path}.0`, issues);
  const last = readDay(parts[1], `${path}.1`, issues);
  if (first === null || last === null) return null;
  return last < first ? note(issues, path, "ends before it begins") : [first, last];
};

export const readTimeRange: Reader<TimeRange> = (value, path, issues) => {
  const parts = readParts(value, path, ["from", "to"], issues);
  return parts === null ? null : readTimes({ from: parts[0], to: parts[1], path, first: 0, issues });
};

/** Two times of day at the positions `first` and `first + 1` of the list at `path`. */
export function readTimes({
  from,
  to,
  path,
  first,
  issues,
}: {
  readonly from: unknown;
  readonly to: unknown;
  readonly path: string;
  readonly first: number;
  readonly issues: InputIssue[];
}): TimeRange | null {
  const begins = readTime(from, `${path}.${first}`, issues);
  const ends = readTime(to, `${path}.${first + 1}`, issues);
  if (begins === null || ends === null) return null;
  if (begins === 24 * 60) return note(issues, `${path}.${first}`, "24:00 is only ever an end");
  return ends < begins ? note(issues, path, "ends before it begins") : [begins, ends];
}

const readTime: Reader<number> = (value, path, issues) => {
  if (!isGiven(value)) return note(issues, path, "is required");
  const minute = typeof value === "string" ? parseMinuteOfDay(value) : null;
  if (minute === null) return note(issues, path, "must be a time HH:MM from 00:00 to 24:00");
  return minute % slotMinutes === 0 ? minute : note(issues, path, "must be on the 5-minute grid");
};
