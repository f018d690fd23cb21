import type { SignedChangeView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import type { Db } from "../../tables/index.ts";

interface NewChange {
  readonly id: string;
  readonly rule: string;
  readonly unit: SignedChangeView["unit"];
  readonly countBefore: number;
  readonly countAfter: number;
  readonly reason: string;
  readonly setVersion: string;
  readonly signer: { readonly staffId: string; readonly name: string; readonly registration: string };
  readonly signedOn: CalendarDate;
}

export interface NewSharedChange extends NewChange {
  readonly ordinal: number;
  readonly plansAffected: number;
}

export interface NewPersonalChange extends NewChange {
  readonly ordinal: number;
  readonly patientId: string;
  readonly prescriber: {
    readonly name: string;
    readonly registration: string;
    readonly opinion: string;
    readonly on: CalendarDate;
  };
}

export async function insertSharedChange(db: Db, clinicId: string, change: NewSharedChange, now: Date): Promise<void> {
  await db
    .insertInto("rule_set_change")
    .values({ ...columns(clinicId, change, now), ordinal: change.ordinal, plans_affected: change.plansAffected })
    .execute();
}

export async function insertPersonalChange(
  db: Db,
  clinicId: string,
  change: NewPersonalChange,
  now: Date,
): Promise<void> {
  const { name, registration, opinion, on } = change.prescriber;
  await db
    .insertInto("person_rule_change")
    .values({
      ...columns(clinicId, change, now),
      ordinal: change.ordinal,
      patient_id: change.patientId,
      prescriber_name: name,
      prescriber_registration: registration,
      prescriber_opinion: opinion,
      prescribed_on: on,
    })
    .execute();
}

function columns(clinicId: string, change: NewChange, now: Date) {
  return {
    clinic_id: clinicId,
    id: change.id,
    rule: change.rule,
    unit: change.unit,
    count_before: change.countBefore,
    count_after: change.countAfter,
    reason: change.reason,
    set_version: change.setVersion,
    signed_by: change.signer.staffId,
    signer_name: change.signer.name,
    signer_registration: change.signer.registration,
    signed_on: change.signedOn,
    signed_at: now,
  };
}

/** One signature at a time changes a clinic's rules; the next waits until this one is kept. */
export async function lockRules(db: Db, clinicId: string): Promise<void> {
  await db.selectFrom("clinic").select("clinic_id").where("clinic_id", "=", clinicId).forUpdate().execute();
}

export async function countChanges(db: Db, clinicId: string, patientId: string | null): Promise<number> {
  const rows =
    patientId === null
      ? await db.selectFrom("rule_set_change").select("ordinal").where("clinic_id", "=", clinicId).execute()
      : await db
          .selectFrom("person_rule_change")
          .select("ordinal")
          .where("clinic_id", "=", clinicId)
          .where("patient_id", "=", patientId)
          .execute();
  return rows.length;
}

type KeptChange = Omit<SignedChangeView, "refused">;

/** Everybody's and each person's, newest first. */
export async function listChanges(db: Db, clinicId: string): Promise<KeptChange[]> {
  const shared = await db.selectFrom("rule_set_change").selectAll().where("clinic_id", "=", clinicId).execute();
  const personal = await db
    .selectFrom("person_rule_change")
    .innerJoin("patient", (join) =>
      join
        .onRef("patient.clinic_id", "=", "person_rule_change.clinic_id")
        .onRef("patient.id", "=", "person_rule_change.patient_id"),
    )
    .selectAll("person_rule_change")
    .select(["patient.given_name", "patient.family_name"])
    .where("person_rule_change.clinic_id", "=", clinicId)
    .execute();
  const all = [
    ...shared.map((row) => ({ ...view(row), patient: null, plansAffected: row.plans_affected })),
    ...personal.map((row) => ({
      ...view(row),
      patient: {
        id: row.patient_id,
        name: `${row.given_name} ${row.family_name}`,
        prescriberName: row.prescriber_name,
      },
      plansAffected: null,
    })),
  ];
  return all.sort((left, right) => (left.signedAt < right.signedAt ? 1 : -1));
}

function view(row: {
  id: string;
  rule: string;
  unit: SignedChangeView["unit"];
  count_before: number;
  count_after: number;
  reason: string;
  set_version: string;
  signer_name: string;
  signer_registration: string;
  signed_at: Date;
}) {
  return {
    id: row.id,
    rule: row.rule,
    unit: row.unit,
    countBefore: row.count_before,
    countAfter: row.count_after,
    reason: row.reason,
    setVersion: row.set_version,
    signerName: row.signer_name,
    signerRegistration: row.signer_registration,
    signedAt: row.signed_at.toISOString(),
  };
}

/** A plan that stands, or a decision that waits for its day, with the answers as they are now. */
export interface StandingPlan {
  readonly patientId: string;
  readonly patientName: string;
  readonly courseState: "planned" | "under-way" | null;
  readonly signedBy: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answers: unknown;
  readonly fitzpatrick: number | null;
}

/** The newest decision of each patient whose course is not over, or who has no course yet. */
export async function listStandingPlans(db: Db, clinicId: string, patientId: string | null): Promise<StandingPlan[]> {
  let query = db
    .selectFrom("suitability_decision as decision")
    .innerJoin("patient", (join) =>
      join.onRef("patient.clinic_id", "=", "decision.clinic_id").onRef("patient.id", "=", "decision.patient_id"),
    )
    .innerJoin("consultation", (join) =>
      join
        .onRef("consultation.clinic_id", "=", "decision.clinic_id")
        .onRef("consultation.id", "=", "decision.consultation_id"),
    )
    .leftJoin("course", (join) =>
      join.onRef("course.clinic_id", "=", "decision.clinic_id").onRef("course.patient_id", "=", "decision.patient_id"),
    )
    .distinctOn("decision.patient_id")
    .select([
      "decision.patient_id",
      "patient.given_name",
      "patient.family_name",
      "decision.signed_by",
      "decision.input",
      "consultation.answers",
      "consultation.fitzpatrick",
      "course.state",
    ])
    .where("decision.clinic_id", "=", clinicId)
    .orderBy("decision.patient_id")
    .orderBy("decision.signed_at", "desc")
    .orderBy("decision.id", "desc")
    .orderBy("course.planned_at", (order) => order.desc().nullsLast());
  if (patientId !== null) query = query.where("decision.patient_id", "=", patientId);
  const rows = await query.execute();
  return rows.flatMap(({ state, ...row }) =>
    state === "completed" || state === "abandoned"
      ? []
      : [
          {
            patientId: row.patient_id,
            patientName: `${row.given_name} ${row.family_name}`,
            courseState: state,
            signedBy: row.signed_by,
            input: row.input as Readonly<Record<string, unknown>>,
            answers: row.answers,
            fitzpatrick: row.fitzpatrick,
          },
        ],
  );
}

export interface RuleTask {
  readonly id: string;
  readonly patientId: string;
  readonly urgency: string;
  readonly summary: string;
  readonly dueAt: Date;
}

export async function insertRuleTask(db: Db, clinicId: string, task: RuleTask, now: Date): Promise<void> {
  await db
    .insertInto("task")
    .values({
      clinic_id: clinicId,
      id: task.id,
      patient_id: task.patientId,
      kind: "rule-change",
      urgency: task.urgency,
      summary: task.summary,
      raised_at: now,
      due_at: task.dueAt,
    })
    .execute();
}

/** E-mail addresses of those of the named staff who still work here. */
export async function listAddresses(db: Db, clinicId: string, staffIds: readonly string[]) {
  if (staffIds.length === 0) return [];
  return db
    .selectFrom("staff")
    .select(["id", "email"])
    .where("clinic_id", "=", clinicId)
    .where("id", "in", staffIds)
    .where("ended_at", "is", null)
    .execute();
}

export async function insertReview(
  db: Db,
  clinicId: string,
  review: {
    readonly id: string;
    readonly part: string;
    readonly statementId: string;
    readonly content: string;
    readonly signer: { readonly staffId: string; readonly name: string; readonly registration: string };
  },
  now: Date,
): Promise<void> {
  await db
    .insertInto("statement_review")
    .values({
      clinic_id: clinicId,
      id: review.id,
      part: review.part,
      statement_id: review.statementId,
      content: review.content,
      signed_by: review.signer.staffId,
      signer_name: review.signer.name,
      signer_registration: review.signer.registration,
      signed_at: now,
    })
    .execute();
}
