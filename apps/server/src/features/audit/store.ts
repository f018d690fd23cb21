import type { AuditEventView } from "@fibril/contract";
import type { Db } from "../../tables/index.ts";

export interface AuditSearch {
  readonly before?: number | undefined;
  readonly patientId?: string | undefined;
  readonly patientNumber?: number | undefined;
  readonly subjectId?: string | undefined;
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
}

export const auditPageSize = 100;

/** Newest first, by keyset: `before` is the sequence that the last page ended with. */
export async function searchAudit(db: Db, clinicId: string, search: AuditSearch): Promise<readonly AuditEventView[]> {
  let query = db
    .selectFrom("audit_event")
    .leftJoin("patient", (join) =>
      join
        .onRef("patient.clinic_id", "=", "audit_event.clinic_id")
        .onRef("patient.id", "=", "audit_event.about_patient_id"),
    )
    .selectAll("audit_event")
    .select("patient.number as patient_number")
    .where("audit_event.clinic_id", "=", clinicId);
  if (search.before !== undefined) query = query.where("sequence", "<", search.before);
  if (search.patientNumber !== undefined) query = query.where("patient.number", "=", search.patientNumber);
  if (search.patientId) query = query.where("about_patient_id", "=", search.patientId);
  if (search.subjectId) query = query.where("subject_id", "=", search.subjectId);
  if (search.action) query = query.where("action", "=", search.action);
  if (search.actor) query = query.where("actor", "ilike", `%${search.actor.replace(/[\\%_]/g, "\\$&")}%`);
  const rows = await query.orderBy("sequence", "desc").limit(auditPageSize).execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.at.toISOString(),
    actor: row.actor,
    role: row.role,
    action: row.action,
    noun: row.noun,
    subjectId: row.subject_id,
    patientId: row.about_patient_id,
    patientNumber: row.patient_number,
    detail: row.detail as Record<string, unknown>,
    hash: row.hash.toString("hex"),
  }));
}
