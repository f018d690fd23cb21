import type { OutcomeView, SignDecisionBody } from "@fibril/contract";
import type { InputIssue } from "@fibril/kernel";
import { isTreatable } from "@fibril/suitability";

/**
 * What keeps a decision from being signed. Agreeing needs nothing more; an override must be allowed by every finding
 * that stands against treatment, in the practitioner's own words, and with an outside opinion where a prescriber decides.
 */
export function refuseDecision(outcome: OutcomeView, body: SignDecisionBody): readonly InputIssue[] {
  if (body.decision === "agree") return [];
  const issues: InputIssue[] = [];
  const against = outcome.findings.filter(({ verdict }) => !isTreatable(verdict));
  if (against.length === 0) issues.push({ path: "decision", message: "nothing stands against treatment" });
  for (const { rule, overridable } of against) {
    if (overridable === "never") issues.push({ path: "decision", message: `${rule} is never overridden` });
    if (overridable === "answer") issues.push({ path: "decision", message: `${rule} is answered, not overridden` });
  }
  if (body.reason.trim().length < 15)
    issues.push({ path: "reason", message: "give the reason, in at least 15 characters" });
  if (against.some(({ overridable }) => overridable === "prescriber") && !body.outsideOpinion) {
    issues.push({ path: "outsideOpinion", message: "a prescriber's written opinion is needed" });
  }
  return issues;
}

/** Whether a signed decision lets treatment go ahead. */
export function permits(outcome: OutcomeView, decision: SignDecisionBody["decision"]): boolean {
  return decision === "override" || isTreatable(outcome.verdict);
}
