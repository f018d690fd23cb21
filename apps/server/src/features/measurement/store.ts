import type { PhotographView, ScoreView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import type { Selectable } from "kysely";
import type { KeptFile } from "../../platform/files/file-vault.ts";
import type { Db } from "../../tables/index.ts";
import type { PhotographRow } from "../../tables/treatment.ts";

/** The three kept forms of one photograph; the uploaded bytes themselves are not kept. */
export interface PhotographFiles {
  readonly master: KeptFile;
  readonly display: KeptFile;
  readonly thumbnail: KeptFile;
}

export interface NewPhotograph {
  readonly id: string;
  readonly patientId: string;
  readonly sessionId: string | null;
  readonly pose: string;
  readonly takenOn: CalendarDate;
  readonly capturedAt: Date | null;
  readonly files: PhotographFiles | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly conditions: PhotographView["conditions"];
  readonly refusedReason: string | null;
  readonly takenBy: string | null;
}

export async function insertPhotograph(db: Db, clinicId: string, photograph: NewPhotograph, now: Date): Promise<void> {
  await db
    .insertInto("photograph")
    .values({
      clinic_id: clinicId,
      id: photograph.id,
      patient_id: photograph.patientId,
      session_id: photograph.sessionId,
      pose: photograph.pose,
      taken_on: photograph.takenOn,
      captured_at: photograph.capturedAt,
      files: photograph.files === null ? null : JSON.stringify(photograph.files),
      width_px: photograph.widthPx,
      height_px: photograph.heightPx,
      master_sha256: photograph.files?.master.sha256 ?? null,
      conditions: JSON.stringify(photograph.conditions),
      refused_reason: photograph.refusedReason,
      taken_by: photograph.takenBy,
      created_at: now,
    })
    .execute();
}

export async function listPhotographs(db: Db, clinicId: string, patientId: string): Promise<PhotographView[]> {
  const rows = await db
    .selectFrom("photograph")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .orderBy("taken_on")
    .orderBy("created_at")
    .execute();
  return rows.map(photographView);
}

/** The kept files of one photograph of one patient; undefined for another's. */
export async function findPhotographFiles(
  db: Db,
  clinicId: string,
  { patientId, photographId }: { readonly patientId: string; readonly photographId: string },
): Promise<PhotographFiles | undefined> {
  const row = await db
    .selectFrom("photograph")
    .select("files")
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .where("id", "=", photographId)
    .executeTakeFirst();
  return (row?.files ?? undefined) as PhotographFiles | undefined;
}

/** Every file that a photograph of the clinic is kept in. */
export async function listKeptFileIds(db: Db, clinicId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("photograph")
    .select("files")
    .where("clinic_id", "=", clinicId)
    .where("files", "is not", null)
    .execute();
  return rows.flatMap(({ files }) => {
    const { master, display, thumbnail } = files as PhotographFiles;
    return [master.fileId, display.fileId, thumbnail.fileId];
  });
}

export function photographView(row: Selectable<PhotographRow>): PhotographView {
  return {
    id: row.id,
    pose: row.pose as PhotographView["pose"],
    takenOn: row.taken_on,
    capturedAt: row.captured_at?.toISOString() ?? null,
    widthPx: row.width_px,
    heightPx: row.height_px,
    conditions: row.conditions as PhotographView["conditions"],
    refusedReason: row.refused_reason,
    sessionId: row.session_id,
  };
}

export interface NewScore {
  readonly id: string;
  readonly patientId: string;
  readonly sessionId: string | null;
  readonly scale: string;
  readonly area: string;
  readonly value: number;
  readonly anchor: string;
  readonly rater: string;
  readonly ratedBy: string | null;
  readonly recordedOn: CalendarDate;
}

export async function insertScore(db: Db, clinicId: string, score: NewScore, now: Date): Promise<void> {
  await db
    .insertInto("scale_score")
    .values({
      clinic_id: clinicId,
      id: score.id,
      patient_id: score.patientId,
      session_id: score.sessionId,
      scale: score.scale,
      area: score.area,
      value: score.value,
      anchor: score.anchor,
      rater: score.rater,
      rated_by: score.ratedBy,
      recorded_on: score.recordedOn,
      created_at: now,
    })
    .execute();
}

export async function listScores(db: Db, clinicId: string, patientId: string): Promise<ScoreView[]> {
  const rows = await db
    .selectFrom("scale_score")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .orderBy("recorded_on")
    .orderBy("created_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    scale: row.scale as ScoreView["scale"],
    area: row.area,
    value: row.value,
    anchor: row.anchor,
    rater: row.rater,
    recordedOn: row.recorded_on,
    sessionId: row.session_id,
  }));
}
