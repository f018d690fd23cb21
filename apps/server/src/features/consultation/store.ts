import type { ConsultationView } from "@fibril/contract";
import type { Selectable } from "kysely";
import type { Db } from "../../tables/index.ts";
import type { ConsultationRow } from "../../tables/pathway.ts";

/** The one open consultation of a patient, opened here where there was none: patient and practitioner fill in the same. */
export async function openConsultation(
  db: Db,
  clinicId: string,
  patientId: string,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<ConsultationView> {
  await db
    .insertInto("consultation")
    .values({ clinic_id: clinicId, id, patient_id: patientId, state: "open", opened_at: now })
    .onConflict((conflict) => conflict.columns(["clinic_id", "patient_id"]).where("state", "=", "open").doNothing())
    .execute();
  const row = await findRow(db, clinicId, patientId);
  if (!row) throw new Error("a consultation that was just opened is gone");
  return view(row);
}

export async function findConsultation(
  db: Db,
  clinicId: string,
  patientId: string,
): Promise<ConsultationView | undefined> {
  const row = await findRow(db, clinicId, patientId);
  return row && view(row);
}

function findRow(db: Db, clinicId: string, patientId: string) {
  return db
    .selectFrom("consultation")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .where("state", "=", "open")
    .executeTakeFirst();
}

/** False where the stored version is not the one that the edit started from. */
export async function updateConsultation(
  db: Db,
  clinicId: string,
  edit: Omit<ConsultationView, "openedAt">,
): Promise<boolean> {
  const result = await db
    .updateTable("consultation")
    .set({
      answers: JSON.stringify(edit.answers),
      concerns: JSON.stringify(edit.concerns),
      area: edit.area,
      anaesthetic: edit.anaesthetic,
      fitzpatrick: edit.fitzpatrick,
      skin_notes: edit.skinNotes,
      answered_by_patient_at: edit.answeredByPatientAt === null ? null : new Date(edit.answeredByPatientAt),
      version: edit.version + 1,
    })
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", edit.patientId)
    .where("id", "=", edit.id)
    .where("version", "=", edit.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function view(row: Selectable<ConsultationRow>): ConsultationView {
  return {
    id: row.id,
    patientId: row.patient_id,
    answers: row.answers as Record<string, unknown>,
    concerns: row.concerns as ConsultationView["concerns"],
    area: row.area,
    anaesthetic: row.anaesthetic,
    fitzpatrick: row.fitzpatrick,
    skinNotes: row.skin_notes,
    answeredByPatientAt: row.answered_by_patient_at?.toISOString() ?? null,
    openedAt: row.opened_at.toISOString(),
    version: row.version,
  };
}
