import type { InputIssue } from "./input-issue.ts";
import { ok, type Result, refuse } from "./result.ts";

/** A JSON value, and the places where one object names a key twice. */
export interface JsonReading {
  readonly value: unknown;
  readonly repeated: readonly InputIssue[];
}

/**
 * Reads JSON and refuses a repeated key in one object: a "yes" must not vanish behind a later "no".
 *
 * The position of a fault is given as a character offset; the path of a repeated key is where it stands.
 */
export function parseJson(text: string): Result<unknown, readonly InputIssue[]> {
  const reading = readJson(text);
  if (!reading.ok) return reading;
  const { value, repeated } = reading.value;
  return repeated.length > 0 ? refuse(repeated) : ok(value);
}

/** As `parseJson`, for a caller that tells repeated keys together with the other faults of the value. */
export function readJson(text: string): Result<JsonReading, readonly InputIssue[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    return refuse([{ path: "", message: `not JSON: ${fault instanceof Error ? fault.message : String(fault)}` }]);
  }
  return ok({ value, repeated: findRepeatedKeys(text) });
}

interface Level {
  /** The keys seen so far; null in a list. */
  readonly keys: Set<string> | null;
  step: string | number;
}

/** Walks text that is known to be JSON: a string before a colon is a key. */
function findRepeatedKeys(text: string): InputIssue[] {
  const issues: InputIssue[] = [];
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign === '"') {
      const end = endOfString(text, at);
      noteKey(at, end);
      at = end - 1;
    } else if ("{}[],".includes(sign)) moveLevel(sign, levels);
  }
  return issues;

  function noteKey(start: number, end: number): void {
    const level = levels.at(-1);
    if (!level?.keys || !isBeforeColon(text, end)) return;
    const key = JSON.parse(text.slice(start, end)) as string;
    level.step = key;
    if (level.keys.has(key)) issues.push({ path: levels.map(({ step }) => step).join("."), message: "given twice" });
    level.keys.add(key);
  }
}

/** The position after the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function isBeforeColon(text: string, end: number): boolean {
  let at = end;
  while (" \t\r\n".includes(text[at] ?? ":")) at += 1;
  return text[at] === ":";
}

function moveLevel(sign: string, levels: Level[]): void {
  const level = levels.at(-1);
  if (sign === "{") levels.push({ keys: new Set(), step: "" });
  else if (sign === "[") levels.push({ keys: null, step: 0 });
  else if (sign !== ",") levels.pop();
  else if (typeof level?.step === "number") level.step += 1;
}
