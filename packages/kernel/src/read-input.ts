import { type CalendarDate, parseCalendarDate } from "./calendar-date.ts";
import type { InputIssue } from "./input-issue.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** null counts as left out. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A dotted path: `answers.keloid.history`. */
export function joinPath(path: string, name: string | number): string {
  return path === "" ? String(name) : `${path}.${name}`;
}

/** Reads a document and notes every issue at its dotted place; a reader answers null where it noted one. */
export interface Reader {
  readonly issues: InputIssue[];
  note(path: string, message: string): null;
  /** Empty where it was left out; a field that is not known is refused at its own place. */
  fields(value: unknown, path: string, known: readonly string[]): Fields;
  /** Empty where it was left out. */
  list(value: unknown, path: string): readonly unknown[];
  option<Option extends string | number>(value: unknown, path: string, options: readonly Option[]): Option | null;
  /** A civil day YYYY-MM-DD, which is required. */
  day(value: unknown, path: string): CalendarDate | null;
}

/** A new reader with no issue noted yet. */
export function reader(): Reader {
  const issues: InputIssue[] = [];
  const note = (path: string, message: string) => {
    issues.push({ path, message });
    return null;
  };
  return {
    issues,
    note,
    fields(value, path, known) {
      if (!isGiven(value)) return {};
      if (!isFields(value)) return note(path, "must be an object") ?? {};
      const unknown = Object.keys(value).filter((name) => !known.includes(name));
      for (const name of unknown) note(joinPath(path, name), "unknown field");
      return value;
    },
    list(value, path) {
      if (!isGiven(value)) return [];
      return Array.isArray(value) ? value : (note(path, "must be a list") ?? []);
    },
    option(value, path, options) {
      const option = options.find((candidate) => candidate === value);
      return option ?? note(path, isGiven(value) ? `must be one of ${options.join(", ")}` : "is required");
    },
    day(value, path) {
      if (!isGiven(value)) return note(path, "is required");
      const day = typeof value === "string" ? parseCalendarDate(value) : null;
      return day ?? note(path, "must be a day YYYY-MM-DD of the calendar");
    },
  };
}
