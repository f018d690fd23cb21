import { clinicalStatements } from "@fibril/contract";
import { statementContent } from "@fibril/evidence";
import { type AppliedChanges, applyChanges, foundingRuleSet, type RuleChange, type RuleSet } from "@fibril/suitability";
import { together } from "../platform/database/together.ts";
import type { Db } from "../tables/index.ts";
import { listNewestReviews } from "./statement-reviews.ts";

/** The rules that hold at a clinic today: the founding set with every signed change. Past decisions keep their own. */
export async function currentRuleSet(db: Db, clinicId: string, patientId: string | null): Promise<RuleSet> {
  const [{ ruleSet }, reviews] = await together(
    appliedChanges(db, clinicId, patientId),
    listNewestReviews(db, clinicId, "suitability"),
  );
  return { ...ruleSet, reviewedBy: reviewersOf(ruleSet, reviews) };
}

/** The same with what the rules no longer allow of what was signed. */
export async function appliedChanges(db: Db, clinicId: string, patientId: string | null): Promise<AppliedChanges> {
  const [shared, personal] = await together(
    sharedChanges(db, clinicId),
    patientId === null ? Promise.resolve([]) : personalChanges(db, clinicId, patientId),
  );
  return applyChanges(foundingRuleSet, [...shared, ...personal]);
}

/** Every signed change of a clinic, in order: those for everyone, and those for one person by patient. */
export interface SignedChanges {
  readonly shared: readonly RuleChange[];
  readonly personal: ReadonlyMap<string, readonly RuleChange[]>;
}

/** All changes of a clinic at once, for a look at many of its patients. */
export async function everySignedChange(db: Db, clinicId: string): Promise<SignedChanges> {
  const [shared, everyPersonal] = await together(sharedChanges(db, clinicId), personalChanges(db, clinicId, null));
  const personal = new Map<string, RuleChange[]>();
  for (const change of everyPersonal) {
    if (change.scope.kind !== "person") continue;
    const { patientId } = change.scope;
    personal.set(patientId, [...(personal.get(patientId) ?? []), change]);
  }
  return { shared, personal };
}

async function sharedChanges(db: Db, clinicId: string): Promise<readonly RuleChange[]> {
  const rows = await db
    .selectFrom("rule_set_change")
    .select(["rule", "count_after", "reason", "signer_name", "signer_registration", "signed_on"])
    .where("clinic_id", "=", clinicId)
    .orderBy("ordinal")
    .execute();
  return rows.map((row) => ({
    rule: row.rule,
    count: row.count_after,
    scope: { kind: "clinic" },
    signedBy: { name: row.signer_name, registration: row.signer_registration, role: "practitioner" },
    signedOn: row.signed_on,
    reason: row.reason,
  }));
}

/** Those of one patient, or of every patient where none is named. */
async function personalChanges(db: Db, clinicId: string, patientId: string | null): Promise<readonly RuleChange[]> {
  let query = db
    .selectFrom("person_rule_change")
    .select(["patient_id", "rule", "count_after", "reason", "prescriber_name", "prescriber_registration", "signed_on"])
    .where("clinic_id", "=", clinicId)
    .orderBy("ordinal");
  if (patientId !== null) query = query.where("patient_id", "=", patientId);
  const rows = await query.execute();
  return rows.map((row) => ({
    rule: row.rule,
    count: row.count_after,
    scope: { kind: "person", patientId: row.patient_id },
    signedBy: { name: row.prescriber_name, registration: row.prescriber_registration, role: "prescriber" },
    signedOn: row.signed_on,
    reason: row.reason,
  }));
}

/** The names of those who reviewed the set, once every row of it is reviewed as it now stands; null until then. */
function reviewersOf(ruleSet: RuleSet, reviews: Awaited<ReturnType<typeof listNewestReviews>>): string | null {
  if (reviews.length === 0) return null;
  const names = new Set<string>();
  for (const statement of clinicalStatements(ruleSet)) {
    if (statement.part !== "suitability") continue;
    const review = reviews.find(({ statementId }) => statementId === statement.id);
    if (review?.content !== statementContent(statement)) return null;
    names.add(review.signerName);
  }
  return [...names].join(", ");
}
