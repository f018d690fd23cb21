import type { DocumentedRange, MilderPosition, Rule, RuleChange, RuleSet, Wait } from "./rule.ts";
import { rulesOf } from "./rules-of.ts";
import { inWords } from "./wait.ts";

/** What a clinic may set on a rule: its wait, or which documented position holds (0 its own verdict, 1 the milder). */
export interface Setting {
  readonly unit: Wait["unit"] | "position";
  readonly count: number;
  /** Null: no range was documented, so that it stays. */
  readonly range: DocumentedRange | null;
}

const twoPositions: DocumentedRange = { min: 0, max: 1, scope: "clinic" };

/** The setting of a rule in a set, or null where it has none to change. A rule of two rows has the same in both. */
export function settingOf(ruleSet: RuleSet, rule: string): Setting | null {
  const rows = rulesOf(ruleSet).flatMap(({ row }) => (row.id === rule ? [row as Rule] : []));
  const waiting = rows.find(({ wait }) => wait !== undefined);
  if (waiting?.wait) return { ...waiting.wait, range: waiting.range ?? null };
  if (!rows.some(({ milder }) => milder)) return null;
  return { unit: "position", count: rows.some(({ isMilder }) => isMilder) ? 1 : 0, range: twoPositions };
}

/** A setting as a clinician reads it: "14 days", "the founding verdict". */
export function settingInWords({ unit, count }: Pick<Setting, "unit" | "count">): string {
  if (unit !== "position") return inWords({ unit, count });
  return count === 0 ? "the founding verdict" : "the milder position";
}

/** What a milder position says, with its terms. */
export function milderInWords({ reason, adaptations }: MilderPosition): string {
  return `${reason}. ${adaptations.map(({ text }) => `${text}.`).join(" ")}`;
}

/** The rows of one question with a change made; a milder position stands before the row that it may soften. */
export function withChange(rows: readonly Rule[], { rule, count }: RuleChange): readonly Rule[] {
  return rows.flatMap((row) => {
    if (row.id !== rule) return [row];
    if (row.isMilder) return [];
    if (row.milder) return count === 1 ? [milderRow(row.id, row.milder), row] : [row];
    return [row.wait ? { ...row, wait: { ...row.wait, count } } : row];
  });
}

function milderRow(id: string, position: MilderPosition): Rule {
  return { id, ...position, isMilder: true };
}
