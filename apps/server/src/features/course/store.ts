import type { CalendarDate } from "@fibril/kernel";
import type { Selectable } from "kysely";
import { stopReason } from "../../lookups/corrected-record.ts";
import type { Db } from "../../tables/index.ts";
import type { CourseRow } from "../../tables/pathway.ts";

export type Course = Selectable<CourseRow>;

export interface NewCourse {
  readonly id: string;
  readonly patientId: string;
  readonly decisionId: string;
  readonly concerns: readonly string[];
  readonly area: string;
  readonly plannedSessions: number;
  readonly gapDays: { readonly min: number; readonly max: number; readonly target: number };
  readonly plannedBy: string;
}

/** Throws the unique constraint's fault where the patient has an open course already. */
export async function insertCourse(db: Db, clinicId: string, course: NewCourse, now: Date): Promise<void> {
  await db
    .insertInto("course")
    .values({
      clinic_id: clinicId,
      id: course.id,
      patient_id: course.patientId,
      decision_id: course.decisionId,
      concerns: course.concerns,
      area: course.area,
      planned_sessions: course.plannedSessions,
      gap_min_days: course.gapDays.min,
      gap_max_days: course.gapDays.max,
      gap_target_days: course.gapDays.target,
      state: "planned",
      planned_by: course.plannedBy,
      planned_at: now,
    })
    .execute();
}

/** Newest first. */
export async function listCourses(db: Db, clinicId: string, patientId: string): Promise<readonly Course[]> {
  return db
    .selectFrom("course")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .orderBy("planned_at", "desc")
    .execute();
}

export async function findCourse(db: Db, clinicId: string, courseId: string): Promise<Course | undefined> {
  return db
    .selectFrom("course")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", courseId)
    .executeTakeFirst();
}

interface CourseChange {
  readonly id: string;
  readonly version: number;
  readonly state?: Course["state"];
  readonly abandoned?: { readonly reason: string; readonly at: Date; readonly by: string };
  readonly maintenanceDeclinedOn?: CalendarDate | null;
}

/** False where the version is another one by now. */
export async function updateCourse(db: Db, clinicId: string, change: CourseChange): Promise<boolean> {
  const result = await db
    .updateTable("course")
    .set({
      ...(change.state ? { state: change.state } : {}),
      ...(change.abandoned ? abandonedColumns(change.abandoned) : {}),
      ...(change.maintenanceDeclinedOn === undefined ? {} : { maintenance_declined_on: change.maintenanceDeclinedOn }),
      version: change.version + 1,
    })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", change.id)
    .where("version", "=", change.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function abandonedColumns({ reason, at, by }: NonNullable<CourseChange["abandoned"]>) {
  return { abandoned_reason: reason, abandoned_at: at, abandoned_by: by };
}

/** The sessions that were really begun, signed or not, with how they ended. */
export async function listPerformed(db: Db, clinicId: string, courseIds: readonly string[]) {
  if (courseIds.length === 0) return [];
  return db
    .selectFrom("session_record")
    .select(["id", "course_id", "ordinal", "performed_on", "state"])
    .select(stopReason.as("stoppedEarly"))
    .where("clinic_id", "=", clinicId)
    .where("course_id", "in", courseIds)
    .orderBy("performed_on")
    .execute();
}
