import { type Statement, type StatementCells, statementsIn } from "@fibril/evidence";
import { reasonOf } from "./finding-of.ts";
import { questions } from "./questions.ts";
import type { DocumentedRange, RuleSet, Wait } from "./rule.ts";
import { type ListedRule, rulesOf } from "./rules-of.ts";
import { milderInWords } from "./setting.ts";
import { inWords } from "./wait.ts";

/** Every row of a set as a statement, in the order in which they are tried. */
export function suitabilityStatements(ruleSet: RuleSet): readonly Statement[] {
  const listed = rulesOf(ruleSet);
  const ids = listed.map(({ row }) => row.id);
  // Two rows of one id differ in their verdict, which then tells them apart.
  const idOf = ({ row: { id, verdict } }: ListedRule) =>
    ids.indexOf(id) === ids.lastIndexOf(id) ? id : `${id}:${verdict}`;
  return listed.flatMap((one) => statementsIn("suitability", tableOf(one), [{ ...cellsOf(one), id: idOf(one) }]));
}

function tableOf({ question }: ListedRule): string {
  return question === null ? "Patient and request" : questions[question].ask;
}

function cellsOf({ row }: ListedRule): Omit<StatementCells, "id"> {
  const range = rangeOf(row);
  const says = `${verdictWords[row.verdict]}: ${reasonOf(row)}.`;
  return { says, sources: row.sources, found: row.found ?? [], range };
}

const verdictWords = { "do-not-treat": "Do not treat", refer: "Refer", defer: "Defer", adapt: "Adapt" } as const;

function rangeOf(row: ListedRule["row"]): string | null {
  if ("milder" in row && row.milder)
    return `A clinic may take the milder position. Adapt: ${milderInWords(row.milder)}`;
  return "range" in row && row.wait && row.range ? rangeInWords(row.wait, row.range) : null;
}

function rangeInWords({ unit }: Wait, { min, max, scope }: DocumentedRange): string {
  const span = `${min} to ${inWords({ unit, count: max })}`;
  return scope === "person" ? `${span}, for one person by a prescriber` : span;
}
