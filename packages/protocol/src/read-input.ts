import type { InputIssue } from "@fibril/kernel";

export type Fields = Readonly<Record<string, unknown>>;

/** null counts as left out. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads a document and notes every issue at its dotted place; a reader answers null where it noted one. */
export interface Reader {
  readonly issues: InputIssue[];
  note(path: string, message: string): null;
  fields(value: unknown, path: string, known: readonly string[]): Fields;
  list(value: unknown, path: string): readonly unknown[];
  option<Option extends string | number>(value: unknown, path: string, options: readonly Option[]): Option | null;
}

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
      for (const name of unknown) note(path === "" ? name : `${path}.${name}`, "unknown field");
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
  };
}
