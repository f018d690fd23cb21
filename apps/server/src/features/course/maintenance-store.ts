import type { CalendarDate } from "@fibril/kernel";
import { sql } from "kysely";
import type { Db } from "../../tables/index.ts";

export interface EndedCourse {
  readonly id: string;
  readonly patientId: string;
  readonly lastSession: CalendarDate;
}

/** Completed courses that nobody has been written to about maintenance, said no to it, or gone on from with another course. */
export async function listNotRecalled(db: Db, clinicId: string): Promise<readonly EndedCourse[]> {
  return db
    .selectFrom("course")
    .innerJoin("session_record", (join) =>
      join
        .onRef("session_record.clinic_id", "=", "course.clinic_id")
        .onRef("session_record.course_id", "=", "course.id")
        .on("session_record.state", "=", "signed"),
    )
    .select(["course.id", "course.patient_id as patientId"])
    .select(sql<CalendarDate>`max(session_record.performed_on)`.as("lastSession"))
    .where("course.clinic_id", "=", clinicId)
    .where("course.state", "=", "completed")
    .where("course.maintenance_declined_on", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("course as newer")
            .select("newer.id")
            .whereRef("newer.clinic_id", "=", "course.clinic_id")
            .whereRef("newer.patient_id", "=", "course.patient_id")
            .whereRef("newer.planned_at", ">", "course.planned_at"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("message")
            .select("message.id")
            .whereRef("message.clinic_id", "=", "course.clinic_id")
            .whereRef("message.patient_id", "=", "course.patient_id")
            .where("message.kind", "=", "maintenance")
            .where("message.dedupe_key", "like", sql<string>`'maintenance ' || course.id || ' %'`),
        ),
      ),
    )
    .groupBy(["course.id", "course.patient_id"])
    .orderBy("course.id")
    .execute();
}
