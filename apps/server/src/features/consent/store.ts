import type { ConsentTextView, ConsentView, SignConsentBody } from "@fibril/contract";
import type { Db } from "../../tables/index.ts";
import { hashConsent } from "./content-hash.ts";

/** The newest text of each kind. */
export async function listTextsInForce(db: Db, clinicId: string): Promise<ConsentTextView[]> {
  const rows = await db
    .selectFrom("consent_text")
    .selectAll()
    .distinctOn("kind")
    .where("clinic_id", "=", clinicId)
    .orderBy("kind")
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    version: row.version,
    language: row.language,
    title: row.title,
    body: row.body,
    fields: row.fields as ConsentTextView["fields"],
    sha256: row.sha256,
  }));
}

export async function findText(db: Db, clinicId: string, textId: string) {
  return db
    .selectFrom("consent_text")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", textId)
    .executeTakeFirst();
}

/** Newest first, each with what was taken back of it. */
export async function listConsents(db: Db, clinicId: string, patientId: string): Promise<ConsentView[]> {
  const rows = await db
    .selectFrom("consent")
    .innerJoin("consent_text", (join) =>
      join.onRef("consent_text.clinic_id", "=", "consent.clinic_id").onRef("consent_text.id", "=", "consent.text_id"),
    )
    .selectAll("consent")
    .select(["consent_text.version as text_version", "consent_text.title"])
    .where("consent.clinic_id", "=", clinicId)
    .where("consent.patient_id", "=", patientId)
    .orderBy("consent.signed_at", "desc")
    .execute();
  const withdrawals = await db
    .selectFrom("consent_withdrawal")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .orderBy("withdrawn_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    textId: row.text_id,
    textVersion: row.text_version,
    title: row.title,
    answers: row.answers as Record<string, string>,
    purposes: row.purposes as ConsentView["purposes"],
    signer: row.signer,
    signerName: row.signer_name,
    signature: row.signature as ConsentView["signature"],
    signedAt: row.signed_at.toISOString(),
    intact:
      row.content_sha256 ===
      hashConsent({
        patientId: row.patient_id,
        textSha256: row.text_sha256,
        answers: row.answers as Record<string, string>,
        purposes: row.purposes,
        signer: row.signer,
        guardianId: row.guardian_id,
        signerName: row.signer_name,
        signature: row.signature,
        deviceTime: row.device_time,
        signedAt: row.signed_at,
      }),
    withdrawals: withdrawals
      .filter((withdrawal) => withdrawal.consent_id === row.id)
      .map((withdrawal) => ({
        purpose: withdrawal.purpose as ConsentView["purposes"][number] | null,
        reason: withdrawal.reason,
        by: withdrawal.withdrawn_by,
        at: withdrawal.withdrawn_at.toISOString(),
      })),
  }));
}

export interface NewConsent extends SignConsentBody {
  readonly id: string;
  readonly patientId: string;
  readonly kind: ConsentTextView["kind"];
  readonly language: string;
  /** The staff member who took it; null where the patient signed at home. */
  readonly takenBy: string | null;
}

export async function insertConsent(db: Db, clinicId: string, consent: NewConsent, now: Date): Promise<void> {
  const deviceTime = new Date(consent.deviceTime);
  await db
    .insertInto("consent")
    .values({
      clinic_id: clinicId,
      id: consent.id,
      patient_id: consent.patientId,
      text_id: consent.textId,
      kind: consent.kind,
      text_sha256: consent.textSha256,
      language: consent.language,
      answers: JSON.stringify(consent.answers),
      purposes: consent.purposes,
      signer: consent.signer,
      guardian_id: consent.guardianId,
      signer_name: consent.signerName,
      signature: JSON.stringify(consent.signature),
      device_time: deviceTime,
      signed_at: now,
      taken_by: consent.takenBy,
      content_sha256: hashConsent({ ...consent, deviceTime, signedAt: now }),
    })
    .execute();
}

export interface NewWithdrawal {
  readonly id: string;
  readonly patientId: string;
  readonly consentId: string;
  readonly purpose: string | null;
  readonly reason: string;
  readonly by: string;
}

export async function insertWithdrawal(db: Db, clinicId: string, withdrawal: NewWithdrawal, now: Date): Promise<void> {
  await db
    .insertInto("consent_withdrawal")
    .values({
      clinic_id: clinicId,
      id: withdrawal.id,
      patient_id: withdrawal.patientId,
      consent_id: withdrawal.consentId,
      purpose: withdrawal.purpose,
      reason: withdrawal.reason,
      withdrawn_by: withdrawal.by,
      withdrawn_at: now,
    })
    .execute();
}
