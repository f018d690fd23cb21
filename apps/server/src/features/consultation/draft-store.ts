import type { ConsultationDraftView } from "@fibril/contract";
import type { Db } from "../../tables/index.ts";

export async function findDraft(db: Db, clinicId: string, patientId: string): Promise<ConsultationDraftView | null> {
  const row = await db
    .selectFrom("consultation_draft")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    startedFrom: row.started_from,
    content: row.draft as ConsultationDraftView["content"],
    savedBy: row.saver_name,
    savedAt: row.saved_at.toISOString(),
    version: row.version,
  };
}

interface NewDraft {
  readonly patientId: string;
  /** Of the draft that this one goes on from; 0 where there was none. */
  readonly version: number;
  readonly startedFrom: number;
  readonly content: unknown;
  readonly savedBy: string;
  readonly saverName: string;
}

/** False where somebody, or another device, has kept another draft meanwhile. */
export async function keepDraft(db: Db, clinicId: string, draft: NewDraft, now: Date): Promise<boolean> {
  const columns = {
    draft: JSON.stringify(draft.content),
    started_from: draft.startedFrom,
    saved_by: draft.savedBy,
    saver_name: draft.saverName,
    saved_at: now,
    version: draft.version + 1,
  };
  if (draft.version === 0) {
    const added = await db
      .insertInto("consultation_draft")
      .values({ clinic_id: clinicId, patient_id: draft.patientId, ...columns })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await db
    .updateTable("consultation_draft")
    .set(columns)
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", draft.patientId)
    .where("version", "=", draft.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** What was a draft is kept as the consultation now. */
export async function dropDraft(db: Db, clinicId: string, patientId: string): Promise<void> {
  await db
    .deleteFrom("consultation_draft")
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .execute();
}
