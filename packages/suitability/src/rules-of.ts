import type { SourceId } from "@fibril/evidence";
import { foundingRuleSet } from "./founding-rules.ts";
import { type QuestionId, questionIds } from "./questions.ts";
import type { PatientRule, PreconditionId, Rule, RuleSet } from "./rule.ts";
import type { Finding } from "./screening.ts";

/** A row with the question that it belongs to; null for the rows of patient and request. */
export type ListedRule = { readonly question: QuestionId | null; readonly row: Rule | PatientRule };

/** Every row of a set, by question, in the order in which they are tried. */
export function rulesOf(ruleSet: RuleSet): readonly ListedRule[] {
  const asked = questionIds.flatMap((question) => ruleSet.questions[question].map((row) => ({ question, row })));
  return [...asked, ...ruleSet.patient.map((row) => ({ question: null, row }))];
}

/** Every source that a set cites, also for the positions found; each once. */
export function sourcesOf(ruleSet: RuleSet): readonly SourceId[] {
  const cited = rulesOf(ruleSet).flatMap(({ row }) => [
    ...row.sources.filter((id) => id !== "practice-unsourced"),
    ...(row.found ?? []).flatMap(({ sources }) => sources),
  ]);
  return [...new Set(cited)];
}

export interface Precondition {
  readonly id: PreconditionId;
  readonly rule: string;
  readonly text: string;
}

/** What must be settled before a session may start, for the findings of one screening. */
export function preconditionsOf(
  findings: readonly Pick<Finding, "rule">[],
  ruleSet: RuleSet = foundingRuleSet,
): readonly Precondition[] {
  const found = new Set(findings.map(({ rule }) => rule));
  return rulesOf(ruleSet)
    .filter(({ row }) => found.has(row.id))
    .flatMap(({ row }) =>
      (row.adaptations ?? []).flatMap((adaptation) =>
        adaptation.kind === "precondition" ? [{ id: adaptation.id, rule: row.id, text: adaptation.text }] : [],
      ),
    );
}
