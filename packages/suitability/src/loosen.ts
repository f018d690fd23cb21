import { ok, parseCalendarDate, type Result, refuse } from "@fibril/kernel";
import { questionIds } from "./questions.ts";
import type { Rule, RuleChange, RuleSet } from "./rule.ts";
import { rulesOf } from "./rules-of.ts";

export type LoosenProblem =
  | { readonly code: "no-such-wait"; readonly rule: string }
  | { readonly code: "no-documented-range"; readonly rule: string }
  | { readonly code: "outside-documented-range"; readonly rule: string; readonly min: number; readonly max: number }
  | { readonly code: "per-person-only"; readonly rule: string }
  | { readonly code: "prescriber-only"; readonly rule: string }
  | { readonly code: "not-signed"; readonly missing: "name" | "registration" | "reason" | "signedOn" | "patientId" };

/**
 * Changes the wait of one row, inside the range documented for it, by a named clinician's signed change.
 *
 * `count` is in the row's own unit. Gives a new set with its own version; the old one is untouched, so that what was
 * decided with it stays explained. A change for one person makes a set for that person alone. The review of a set does
 * not carry over to a changed one. Refuses a row without a documented range, and isotretinoin other than for one person
 * by a prescriber, never below 2 months.
 */
export function loosen(ruleSet: RuleSet, change: RuleChange): Result<RuleSet, LoosenProblem> {
  const row = rulesOf(ruleSet).find(({ row: { id, ...rest } }) => id === change.rule && "wait" in rest)?.row;
  const problem = faultOf(row as Rule | undefined, change);
  if (problem !== null) return refuse(problem);
  const changes = [...ruleSet.changes, change];
  return ok({
    ...ruleSet,
    version: versionOf(ruleSet.version, changes),
    reviewedBy: null,
    questions: withWait(ruleSet.questions, change),
    changes,
  });
}

/** `1.0.0+2` after two changes for everyone, `1.0.0+2.p1` where one for one person came on top. */
function versionOf(version: string, changes: readonly RuleChange[]): string {
  const [base] = version.split("+");
  const personal = changes.filter(({ scope }) => scope.kind === "person").length;
  const shared = changes.length - personal;
  return personal === 0 ? `${base}+${shared}` : `${base}+${shared}.p${personal}`;
}

function faultOf(row: Rule | undefined, change: RuleChange): LoosenProblem | null {
  const rule = change.rule;
  if (row === undefined) return { code: "no-such-wait", rule };
  if (row.range === undefined) return { code: "no-documented-range", rule };
  const { min, max, scope } = row.range;
  if (!Number.isInteger(change.count) || change.count < min || change.count > max) {
    return { code: "outside-documented-range", rule, min, max };
  }
  if (scope === "person" && change.scope.kind !== "person") return { code: "per-person-only", rule };
  if (scope === "person" && change.signedBy.role !== "prescriber") return { code: "prescriber-only", rule };
  return signatureFault(change);
}

function signatureFault({ signedBy, reason, signedOn, scope }: RuleChange): LoosenProblem | null {
  if (signedBy.name.trim() === "") return { code: "not-signed", missing: "name" };
  if (signedBy.registration.trim() === "") return { code: "not-signed", missing: "registration" };
  if (reason.trim() === "") return { code: "not-signed", missing: "reason" };
  if (parseCalendarDate(signedOn) === null) return { code: "not-signed", missing: "signedOn" };
  return scope.kind === "person" && scope.patientId.trim() === "" ? { code: "not-signed", missing: "patientId" } : null;
}

function withWait(questions: RuleSet["questions"], { rule, count }: RuleChange): RuleSet["questions"] {
  const changed = questionIds.map((question) => [
    question,
    questions[question].map((row) => (row.id === rule && row.wait ? { ...row, wait: { ...row.wait, count } } : row)),
  ]);
  return Object.fromEntries(changed) as RuleSet["questions"];
}
