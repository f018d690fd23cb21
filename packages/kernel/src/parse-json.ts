import type { InputIssue } from "./input-issue.ts";
import { ok, type Result, refuse } from "./result.ts";

/**
 * Reads JSON and refuses a repeated key in one object: a "yes" must not vanish behind a later "no".
 *
 * The position of a fault is given as a character offset; the path of a repeated key is where it stands.
 */
export function parseJson(text: string): Result<unknown, readonly InputIssue[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    return refuse([{ path: "", message: `not JSON: ${fault instanceof Error ? fault.message : String(fault)}` }]);
  }
  const repeated = findRepeatedKeys(text);
  return repeated.length > 0 ? refuse(repeated) : ok(value);
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
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\],]/g)) {
    if (token.startsWith('"')) noteKey(token);
    else moveLevel(token, levels);
  }
  return issues;

  function noteKey(token: string): void {
    const level = levels.at(-1);
    if (!token.endsWith(":") || !level?.keys) return;
    const key = JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)) as string;
    level.step = key;
    if (level.keys.has(key)) issues.push({ path: levels.map(({ step }) => step).join("."), message: "given twice" });
    level.keys.add(key);
  }
}

function moveLevel(token: string, levels: Level[]): void {
  const level = levels.at(-1);
  if (token === "{") levels.push({ keys: new Set(), step: "" });
  else if (token === "[") levels.push({ keys: null, step: 0 });
  else if (token !== ",") levels.pop();
  else if (typeof level?.step === "number") level.step += 1;
}
