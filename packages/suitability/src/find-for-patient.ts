import { ageOn } from "@fibril/kernel";
import type { Collect } from "./find-for-question.ts";
import { findingOf, incompleteFinding } from "./finding-of.ts";
import type { PatientCondition, RuleSet } from "./rule.ts";
import type { Screening } from "./screening.ts";

/** The rules of age, phototype and concern, which need no question. */
export function findForPatient(screening: Screening, ruleSet: RuleSet, { findings, missing }: Collect): void {
  const { patient, request, asOf } = screening;
  const ageYears = ageOn(patient.birthDate, asOf);
  for (const rule of ruleSet.patient) {
    const because = fits(rule.when, screening, ageYears);
    if (because !== null) findings.push(findingOf(rule, { notBefore: null, until: null, because: [because] }));
  }
  if (ageYears < 18 && !request.guardianConsent) missing.push("guardianConsent");
  if (patient.fitzpatrick !== null) return;
  missing.push("fitzpatrick");
  const [strictest] = ruleSet.patient.filter(({ when }) => "fitzpatrick" in when);
  findings.push(
    incompleteFinding({
      rule: "unanswered.fitzpatrick",
      reason: "Phototype not assessed",
      because: [],
      sources: strictest?.sources ?? ["practice-unsourced"],
    }),
  );
}

/** The name of the field that makes the condition hold, or null. */
function fits(when: PatientCondition, { patient, request }: Screening, ageYears: number): string | null {
  if ("ageFrom" in when) return ageYears >= when.ageFrom && ageYears <= when.ageTo ? "birthDate" : null;
  if ("concern" in when) return request.concerns.includes(when.concern) ? "request.concerns" : null;
  return patient.fitzpatrick !== null && when.fitzpatrick.includes(patient.fitzpatrick) ? "fitzpatrick" : null;
}
