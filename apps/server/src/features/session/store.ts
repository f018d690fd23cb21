import { createHash } from "node:crypto";
import type { OutcomeView, PlannedZone, SessionRecordBody, SessionSummaryView, SessionView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { stopOf } from "@fibril/session";
import type { Selectable } from "kysely";
import { correctedRecord } from "../../lookups/corrected-record.ts";
import type { Db } from "../../tables/index.ts";
import type { SessionRecordRow } from "../../tables/treatment.ts";

export type StoredSession = Omit<Selectable<SessionRecordRow>, "record" | "screening" | "depth_plan"> & {
  /** As it was signed. */
  readonly record: SessionRecordBody;
  /** As it stands now, with what was corrected since. */
  readonly corrected: SessionRecordBody;
  readonly screening: OutcomeView;
  /** The plan by zone as it stood when the session began. */
  readonly depth_plan: readonly PlannedZone[] | null;
};

export interface NewSession {
  readonly id: string;
  readonly patientId: string;
  readonly courseId: string;
  readonly visitId: string;
  readonly ordinal: number;
  readonly performedOn: CalendarDate;
  readonly record: unknown;
  readonly screening: unknown;
  readonly plan: readonly PlannedZone[] | null;
  readonly startedBy: string;
}

/** Throws the unique constraint's fault where the visit has a session already. */
export async function insertSession(db: Db, clinicId: string, session: NewSession, now: Date): Promise<void> {
  await db
    .insertInto("session_record")
    .values({
      clinic_id: clinicId,
      id: session.id,
      patient_id: session.patientId,
      course_id: session.courseId,
      visit_id: session.visitId,
      ordinal: session.ordinal,
      state: "draft",
      performed_on: session.performedOn,
      record: JSON.stringify(session.record),
      screening: JSON.stringify(session.screening),
      depth_plan: session.plan === null ? null : JSON.stringify(session.plan),
      started_by: session.startedBy,
      started_at: now,
    })
    .execute();
}

export async function findSession(db: Db, clinicId: string, sessionId: string): Promise<StoredSession | undefined> {
  const row = await db
    .selectFrom("session_record")
    .selectAll()
    .select(correctedRecord.as("corrected"))
    .where("clinic_id", "=", clinicId)
    .where("id", "=", sessionId)
    .executeTakeFirst();
  return row as StoredSession | undefined;
}

/** Every session of a patient, oldest first. */
export async function listSessionsOf(db: Db, clinicId: string, patientId: string): Promise<readonly StoredSession[]> {
  const rows = await db
    .selectFrom("session_record")
    .selectAll()
    .select(correctedRecord.as("corrected"))
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .orderBy("performed_on")
    .orderBy("ordinal")
    .execute();
  return rows as unknown as readonly StoredSession[];
}

/** False where the draft's version is another one by now, or it was signed. */
export async function updateDraft(
  db: Db,
  clinicId: string,
  draft: { readonly id: string; readonly version: number; readonly record: SessionRecordBody },
): Promise<boolean> {
  const result = await db
    .updateTable("session_record")
    .set({
      record: JSON.stringify(draft.record),
      version: draft.version + 1,
    })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", draft.id)
    .where("version", "=", draft.version)
    .where("state", "=", "draft")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface SessionSignature {
  readonly id: string;
  readonly version: number;
  readonly signedBy: string;
  readonly signerName: string;
  readonly contentSha256: string;
}

export async function signDraft(db: Db, clinicId: string, signature: SessionSignature, now: Date): Promise<boolean> {
  const result = await db
    .updateTable("session_record")
    .set({
      state: "signed",
      signed_by: signature.signedBy,
      signer_name: signature.signerName,
      signed_at: now,
      content_sha256: signature.contentSha256,
      version: signature.version + 1,
    })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", signature.id)
    .where("version", "=", signature.version)
    .where("state", "=", "draft")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Binds a signature to the record, the verdict of that day, the plan, the signer and the time. */
export function hashSession(content: {
  readonly patientId: string;
  readonly performedOn: string;
  readonly record: unknown;
  readonly screening: unknown;
  readonly plan: unknown;
  readonly signerName: string;
  readonly signedAt: Date;
}): string {
  const { patientId, performedOn, record, screening, plan, signerName, signedAt } = content;
  const told = [patientId, performedOn, sorted(record), sorted(screening), signerName, signedAt.toISOString()];
  // Signatures from before plans were kept bind no plan.
  if (plan !== null) told.push(sorted(plan));
  return createHash("sha256").update(JSON.stringify(told)).digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

/** Case and blanks come from the hand that typed them, so they make no other unit. */
export function plainUnit(text: string): string {
  return text.replace(/\s+/g, "").toUpperCase();
}

export async function insertZones(db: Db, clinicId: string, session: StoredSession): Promise<void> {
  const { record } = session;
  const rows = record.zones.flatMap(({ zone, depthMm, passes, endPoint, cartridgeUnit }) => {
    const lot = record.cartridges.find(({ unit }) => unit === cartridgeUnit)?.lot;
    if (depthMm === null || passes === null || endPoint === null || lot === undefined) return [];
    const columns = { zone, depth_mm: depthMm, passes, end_point: endPoint, cartridge_lot: plainUnit(lot) };
    return [{ clinic_id: clinicId, session_id: session.id, patient_id: session.patient_id, ...columns }];
  });
  if (rows.length > 0) await db.insertInto("session_zone").values(rows).execute();
}

/** Throws the primary key's fault where a unit was used before: one cartridge, one session. */
export async function insertCartridgeUses(db: Db, clinicId: string, session: StoredSession): Promise<void> {
  const rows = session.record.cartridges.map(({ lot, unit, expiresOn }) => ({
    clinic_id: clinicId,
    lot: plainUnit(lot),
    unit: plainUnit(unit),
    session_id: session.id,
    patient_id: session.patient_id,
    expires_on: expiresOn,
  }));
  if (rows.length > 0) await db.insertInto("cartridge_use").values(rows).execute();
}

/** Where the units of these lots were used. */
export async function listUsedUnits(db: Db, clinicId: string, lots: readonly string[]) {
  if (lots.length === 0) return [];
  const rows = await db
    .selectFrom("cartridge_use")
    .select(["lot", "unit", "session_id"])
    .where("clinic_id", "=", clinicId)
    .where("lot", "in", lots.map(plainUnit))
    .execute();
  return rows.map(({ lot, unit, session_id }) => ({ lot, unit, sessionId: session_id }));
}

export async function insertAmendment(
  db: Db,
  clinicId: string,
  amendment: {
    readonly id: string;
    readonly sessionId: string;
    readonly patientId: string;
    readonly before: unknown;
    readonly after: unknown;
    readonly reason: string;
    readonly authorId: string;
    readonly authorName: string;
  },
  now: Date,
): Promise<void> {
  await db
    .insertInto("session_amendment")
    .values({
      clinic_id: clinicId,
      id: amendment.id,
      session_id: amendment.sessionId,
      patient_id: amendment.patientId,
      before: JSON.stringify(amendment.before),
      after: JSON.stringify(amendment.after),
      reason: amendment.reason,
      author_id: amendment.authorId,
      author_name: amendment.authorName,
      at: now,
    })
    .execute();
}

export async function listAmendments(db: Db, clinicId: string, sessionId: string): Promise<SessionView["amendments"]> {
  const rows = await db
    .selectFrom("session_amendment")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("session_id", "=", sessionId)
    .orderBy("at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    before: row.before as SessionRecordBody,
    after: row.after as SessionRecordBody,
    reason: row.reason,
    by: row.author_name,
    at: row.at.toISOString(),
  }));
}

export function sessionSummary(row: StoredSession): SessionSummaryView {
  const { zones, painScore } = row.corrected;
  const depths = zones.flatMap(({ depthMm }) => (depthMm === null ? [] : [depthMm]));
  return {
    id: row.id,
    ordinal: row.ordinal,
    performedOn: row.performed_on,
    state: row.state,
    deepestMm: depths.length === 0 ? null : Math.max(...depths),
    zones: zones.length,
    painScore,
    stoppedEarly: stopOf(row.corrected)?.reason ?? null,
    signedBy: row.signer_name,
  };
}
