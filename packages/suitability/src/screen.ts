import { type CalendarDate, compareText } from "@fibril/kernel";
import { findForPatient } from "./find-for-patient.ts";
import { findForQuestion, unanswered } from "./find-for-question.ts";
import { foundingRuleSet } from "./founding-rules.ts";
import { questionIds } from "./questions.ts";
import type { RuleSet } from "./rule.ts";
import type { Finding, Screening, ScreeningOutcome } from "./screening.ts";
import { compareCaution } from "./verdict.ts";

/**
 * May this person be treated, and on what terms? Advice to a professional, never an approval.
 *
 * Every question counts: one not asked or answered "unknown" is a finding `incomplete`, and a detail left out of a
 * "yes" lets the strictest row of that question decide. Pure: the same screening and set give the same outcome.
 */
export function screen(screening: Screening, ruleSet: RuleSet = foundingRuleSet): ScreeningOutcome {
  const findings: Finding[] = [];
  const missing: string[] = [];
  const collect = { findings, missing };
  findForPatient(screening, ruleSet, collect);
  for (const question of questionIds) {
    const given = screening.answers[question];
    if (given?.answer === "yes") findForQuestion(question, screening, ruleSet, collect);
    else if (given?.answer !== "no") unanswered(question, given !== undefined, ruleSet, collect);
  }
  findings.sort((left, right) => compareCaution(left.verdict, right.verdict) || compareText(left.rule, right.rule));
  return {
    verdict: findings[0]?.verdict ?? "suitable",
    notBefore: latest(findings),
    findings,
    missing: missing.sort(compareText),
    ruleSet: { id: ruleSet.id, version: ruleSet.version, reviewedBy: ruleSet.reviewedBy },
  };
}

/**
 * The first day on which treatment may go ahead if nothing else changes: the day itself where it may today, the latest
 * wait where only waits with a date stand against it, and null where an answer, an event or a person must decide first.
 */
export function treatableFrom(outcome: ScreeningOutcome, asOf: CalendarDate): CalendarDate | null {
  const against = outcome.findings.filter(({ verdict }) => verdict !== "adapt");
  if (against.length === 0) return asOf;
  return against.every(({ notBefore }) => notBefore !== null) ? outcome.notBefore : null;
}

function latest(findings: readonly Finding[]): CalendarDate | null {
  let day: CalendarDate | null = null;
  for (const { notBefore } of findings) if (notBefore !== null && (day === null || notBefore > day)) day = notBefore;
  return day;
}
