import { ok, parseCalendarDate, type Result, refuse } from "@fibril/kernel";
import { questionIds } from "./questions.ts";
import type { RuleChange, RuleSet } from "./rule.ts";
import { type Setting, settingOf, withChange } from "./setting.ts";

export type LoosenProblem =
  | { readonly code: "no-such-wait"; readonly rule: string }
  | { readonly code: "no-documented-range"; readonly rule: string }
  | { readonly code: "outside-documented-range"; readonly rule: string; readonly min: number; readonly max: number }
  | { readonly code: "per-person-only"; readonly rule: string }
  | { readonly code: "prescriber-only"; readonly rule: string }
  | { readonly code: "not-signed"; readonly missing: "name" | "registration" | "reason" | "signedOn" | "patientId" };

/**
 * Changes the wait of one row inside the range documented for it, or takes the milder position documented for it, by a
 * named clinician's signed change.
 *
 * `count` is in the row's own unit. Gives a new set with its own version; the old one is untouched, so that what was
 * decided with it stays explained. A change for one person makes a set for that person alone. The review of a set does
 * not carry over to a changed one. Refuses a row without a documented range, and isotretinoin other than for one person
 * by a prescriber, never below 2 months.
 */
export function loosen(ruleSet: RuleSet, change: RuleChange): Result<RuleSet, LoosenProblem> {
  const problem = faultOf(settingOf(ruleSet, change.rule), change);
  if (problem !== null) return refuse(problem);
  const changes = [...ruleSet.changes, change];
  return ok({
    ...ruleSet,
    version: versionOf(ruleSet.version, changes),
    reviewedBy: null,
    questions: changed(ruleSet.questions, change),
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

function faultOf(setting: Setting | null, change: RuleChange): LoosenProblem | null {
  const rule = change.rule;
  if (setting === null) return { code: "no-such-wait", rule };
  if (setting.range === null) return { code: "no-documented-range", rule };
  const { min, max, scope } = setting.range;
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

function changed(questions: RuleSet["questions"], change: RuleChange): RuleSet["questions"] {
  const entries = questionIds.map((question) => [question, withChange(questions[question], change)]);
  return Object.fromEntries(entries) as RuleSet["questions"];
}
