import { adultYears, ageOn, type CalendarDate } from "@fibril/kernel";
import { insertSecret } from "../../platform/auth/one-time-secrets.ts";
import { enterClinic, returnToGate, type Tx } from "../../platform/database/database.ts";

export interface Invited {
  readonly id: string;
  readonly secret: string;
  readonly email: string;
  readonly name: string;
  readonly relation: "self" | "guardian";
  readonly patientId: string;
  readonly validMinutes: number;
  readonly newId: () => string;
}

/** Gives the person an account and a place on this one patient's pages, where they have none, and a link to sign in. */
export async function invitePatientToPortal(tx: Tx, clinicId: string, invited: Invited, now: Date): Promise<void> {
  const email = invited.email.toLowerCase();
  await returnToGate(tx);
  await tx
    .insertInto("account")
    .values({ id: invited.newId(), email, name: invited.name, password_hash: null, created_at: now })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .execute();
  const account = await tx.selectFrom("account").select("id").where("email", "=", email).executeTakeFirstOrThrow();
  const existing = await tx
    .selectFrom("membership")
    .select("id")
    .where("clinic_id", "=", clinicId)
    .where("account_id", "=", account.id)
    .where("patient_id", "=", invited.patientId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (!existing) {
    await tx
      .insertInto("membership")
      .values({
        clinic_id: clinicId,
        id: invited.newId(),
        account_id: account.id,
        role: "patient",
        patient_id: invited.patientId,
        patient_relation: invited.relation,
        created_at: now,
      })
      .execute();
  }
  const secret = {
    id: invited.id,
    purpose: "patient-link",
    secret: invited.secret,
    clinicId,
    accountId: account.id,
  } as const;
  const detail = { patientId: invited.patientId };
  await insertSecret(tx, { ...secret, email, detail, validMinutes: invited.validMinutes }, now);
  await enterClinic(tx, clinicId);
}

/** Whom a guardian sees in any clinic; read at the gate, which knows nobody's birth date. */
export async function listGuardianMembers(tx: Tx) {
  return tx
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .innerJoin("clinic", "clinic.clinic_id", "membership.clinic_id")
    .select(["membership.clinic_id as clinicId", "membership.patient_id as patientId", "account.email"])
    .select(["clinic.name as clinicName", "clinic.time_zone as timeZone"])
    .where("membership.patient_relation", "=", "guardian")
    .where("membership.ended_at", "is", null)
    .execute();
}

/** Those of these patients who have turned 18. */
export async function listAdults(
  tx: Tx,
  { clinicId, patientIds }: { readonly clinicId: string; readonly patientIds: readonly string[] },
  today: CalendarDate,
): Promise<ReadonlySet<string>> {
  if (patientIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom("patient")
    .select(["id", "birth_date"])
    .where("clinic_id", "=", clinicId)
    .where("id", "in", [...patientIds])
    .execute();
  return new Set(rows.filter(({ birth_date }) => ageOn(birth_date, today) >= adultYears).map(({ id }) => id));
}

/** Ends every guardian's place on these patients' pages; the patients' own stays. */
export async function endGuardianMembers(
  tx: Tx,
  { clinicId, patientIds }: { readonly clinicId: string; readonly patientIds: readonly string[] },
  now: Date,
): Promise<void> {
  await returnToGate(tx);
  await tx
    .updateTable("membership")
    .set({ ended_at: now })
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "in", patientIds)
    .where("patient_relation", "=", "guardian")
    .where("ended_at", "is", null)
    .execute();
  await enterClinic(tx, clinicId);
}
