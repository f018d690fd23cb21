import type { VisitView } from "@fibril/contract";
import { formatMinuteOfDay } from "@fibril/kernel";
import type { Db } from "../../tables/index.ts";
import { type Place, startMinuteOf } from "./claim-store.ts";
import { placeOfVisit } from "./visit-store.ts";

/** Where one visit of a move stood before it. */
export interface PlaceBefore {
  readonly moveId: string;
  readonly visitId: string;
  /** The version that the move made. */
  readonly versionAfter: number;
  readonly place: Place;
  readonly movedAt: Date;
}

interface NewMove {
  readonly id: string;
  readonly courseId: string;
  /** As they were before. */
  readonly visits: readonly VisitView[];
  readonly by: string;
}

/** Keeps where the visits of a move stood, so that it can be taken back whole. */
export async function insertMove(db: Db, clinicId: string, { id, courseId, visits, by }: NewMove, now: Date) {
  const rows = visits.map((visit) => {
    const place = placeOfVisit(visit);
    return {
      clinic_id: clinicId,
      id,
      visit_id: visit.id,
      patient_id: visit.patientId,
      course_id: courseId,
      version_after: visit.version + 1,
      day: place.day,
      start_minute: startMinuteOf(place),
      practitioner_id: place.practitioner,
      prep_room_id: place.prepRoom,
      treatment_room_id: place.treatmentRoom,
      device_id: place.device,
      moved_by: by,
      moved_at: now,
      undone_at: null,
    };
  });
  await db.insertInto("visit_move").values(rows).execute();
}

/** The newest move of a course that was not taken back, visit by visit; empty where there is none. */
export async function findLastMove(db: Db, clinicId: string, courseId: string): Promise<readonly PlaceBefore[]> {
  const newest = await db
    .selectFrom("visit_move")
    .select("id")
    .where("clinic_id", "=", clinicId)
    .where("course_id", "=", courseId)
    .where("undone_at", "is", null)
    .orderBy("moved_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!newest) return [];
  const rows = await db
    .selectFrom("visit_move")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", newest.id)
    .orderBy("day")
    .execute();
  return rows.map((row) => ({
    moveId: row.id,
    visitId: row.visit_id,
    versionAfter: row.version_after,
    movedAt: row.moved_at,
    place: {
      day: row.day,
      start: formatMinuteOfDay(row.start_minute),
      practitioner: row.practitioner_id,
      prepRoom: row.prep_room_id,
      treatmentRoom: row.treatment_room_id,
      device: row.device_id,
    },
  }));
}

export async function markUndone(db: Db, clinicId: string, moveId: string, now: Date): Promise<void> {
  await db
    .updateTable("visit_move")
    .set({ undone_at: now })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", moveId)
    .execute();
}
