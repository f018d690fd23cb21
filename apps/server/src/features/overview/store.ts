import type { OverviewRowKind, OverviewRowsView } from "@fibril/contract";
import { addDays, addMonths, type CalendarDate } from "@fibril/kernel";
import type { Urgency } from "@fibril/recovery";
import { sql } from "kysely";
import { stopReason } from "../../lookups/corrected-record.ts";
import { urgencyWords } from "../../lookups/task-words.ts";
import { civilDay } from "../../platform/clock/civil-time.ts";
import { dayText } from "../../platform/clock/day-text.ts";
import type { Db } from "../../tables/index.ts";
import { courseStateWords, visitKindWords } from "./row-words.ts";

/** The civil day at the clinic, and where that is. */
export interface ClinicDay {
  readonly today: CalendarDate;
  readonly timeZone: string;
}

type Row = OverviewRowsView["rows"][number];

/** The rows behind each number; the number is how many there are. Names and dates, no clinical text. */
export async function listRows(
  db: Db,
  clinicId: string,
  of: OverviewRowKind,
  { today, timeZone }: ClinicDay,
): Promise<Row[]> {
  switch (of) {
    case "completed-courses":
      return listCoursesIn(db, clinicId, { states: ["completed"], timeZone });
    case "abandoned-courses":
      return listCoursesIn(db, clinicId, { states: ["abandoned"], timeZone });
    case "open-courses":
      return listCoursesIn(db, clinicId, { states: ["planned", "under-way"], timeZone });
    case "red-flags":
      return listRedFlags(db, clinicId, { openOnly: false, timeZone });
    case "open-tasks":
      return listRedFlags(db, clinicId, { openOnly: true, timeZone });
    case "no-shows":
      return listNoShows(db, clinicId);
    case "stopped-sessions":
      return listStoppedEarly(db, clinicId);
    case "unsigned-sessions":
      return listUnsigned(db, clinicId, today);
    case "maintenance-due":
      return listMaintenanceDue(db, clinicId, today);
    case "service-due":
      return listServiceDue(db, clinicId, today);
    default:
      return of satisfies never;
  }
}

const name = sql<string>`patient.given_name || ' ' || patient.family_name`;

async function listCoursesIn(
  db: Db,
  clinicId: string,
  {
    states,
    timeZone,
  }: { readonly states: ("planned" | "under-way" | "completed" | "abandoned")[]; readonly timeZone: string },
): Promise<Row[]> {
  const rows = await db
    .selectFrom("course")
    .innerJoin("patient", (join) =>
      join.onRef("patient.clinic_id", "=", "course.clinic_id").onRef("patient.id", "=", "course.patient_id"),
    )
    .select(["course.patient_id", name.as("who"), "course.state", "course.planned_sessions", "course.planned_at"])
    .select((select) => [
      select
        .selectFrom("session_record")
        .select(sql<number>`count(*)`.as("signed"))
        .whereRef("session_record.clinic_id", "=", "course.clinic_id")
        .whereRef("session_record.course_id", "=", "course.id")
        .where("session_record.state", "=", "signed")
        .as("signed"),
    ])
    .where("course.clinic_id", "=", clinicId)
    .where("course.state", "in", states)
    .orderBy("course.planned_at", "desc")
    .execute();
  return rows.map((row) => ({
    patientId: row.patient_id,
    who: row.who,
    what: `${row.signed ?? 0} of ${row.planned_sessions} sessions, ${courseStateWords[row.state]}`,
    on: civilDay(row.planned_at, timeZone),
  }));
}

async function listRedFlags(
  db: Db,
  clinicId: string,
  { openOnly, timeZone }: { readonly openOnly: boolean; readonly timeZone: string },
): Promise<Row[]> {
  let query = db
    .selectFrom("task")
    .innerJoin("patient", (join) =>
      join.onRef("patient.clinic_id", "=", "task.clinic_id").onRef("patient.id", "=", "task.patient_id"),
    )
    .select(["task.patient_id", name.as("who"), "task.urgency", "task.raised_at", "task.acknowledger_name"])
    .where("task.clinic_id", "=", clinicId);
  if (openOnly) query = query.where("task.acknowledged_at", "is", null);
  const rows = await query.orderBy("task.raised_at", "desc").execute();
  return rows.map((row) => ({
    patientId: row.patient_id,
    who: row.who,
    what: `${urgencyWords[row.urgency as Urgency]}: ${row.acknowledger_name ? `seen by ${row.acknowledger_name}` : "nobody has looked yet"}`,
    on: civilDay(row.raised_at, timeZone),
  }));
}

async function listNoShows(db: Db, clinicId: string): Promise<Row[]> {
  const rows = await db
    .selectFrom("visit")
    .innerJoin("patient", (join) =>
      join.onRef("patient.clinic_id", "=", "visit.clinic_id").onRef("patient.id", "=", "visit.patient_id"),
    )
    .select(["visit.patient_id", name.as("who"), "visit.kind", "visit.day"])
    .where("visit.clinic_id", "=", clinicId)
    .where("visit.state", "=", "no-show")
    .orderBy("visit.day", "desc")
    .execute();
  return rows.map((row) => ({ patientId: row.patient_id, who: row.who, what: visitKindWords[row.kind], on: row.day }));
}

/** Signed sessions that ended before they were whole; why they did is clinical, so it is not told here. */
async function listStoppedEarly(db: Db, clinicId: string): Promise<Row[]> {
  const rows = await db
    .selectFrom("session_record")
    .innerJoin("patient", (join) =>
      join
        .onRef("patient.clinic_id", "=", "session_record.clinic_id")
        .onRef("patient.id", "=", "session_record.patient_id"),
    )
    .select(["session_record.patient_id", name.as("who"), "session_record.ordinal", "session_record.performed_on"])
    .where("session_record.clinic_id", "=", clinicId)
    .where("session_record.state", "=", "signed")
    .where(stopReason, "is not", null)
    .orderBy("session_record.performed_on", "desc")
    .execute();
  return rows.map((row) => ({
    patientId: row.patient_id,
    who: row.who,
    what: `Session ${row.ordinal}, stopped early`,
    on: row.performed_on,
  }));
}

async function listUnsigned(db: Db, clinicId: string, today: CalendarDate): Promise<Row[]> {
  const rows = await db
    .selectFrom("session_record")
    .innerJoin("patient", (join) =>
      join
        .onRef("patient.clinic_id", "=", "session_record.clinic_id")
        .onRef("patient.id", "=", "session_record.patient_id"),
    )
    .innerJoin("staff", (join) =>
      join
        .onRef("staff.clinic_id", "=", "session_record.clinic_id")
        .onRef("staff.id", "=", "session_record.started_by"),
    )
    .select([
      "session_record.patient_id",
      name.as("who"),
      "session_record.ordinal",
      "session_record.performed_on",
      "staff.name as practitioner",
    ])
    .where("session_record.clinic_id", "=", clinicId)
    .where("session_record.state", "=", "draft")
    .where("session_record.performed_on", "<", today)
    .orderBy("session_record.performed_on")
    .execute();
  return rows.map((row) => ({
    patientId: row.patient_id,
    who: row.who,
    what: `Session ${row.ordinal}, to be signed by ${row.practitioner}`,
    on: row.performed_on,
  }));
}

/** From 6 months after the last session on, until a new course began or the patient declined. */
async function listMaintenanceDue(db: Db, clinicId: string, today: CalendarDate): Promise<Row[]> {
  const rows = await db
    .selectFrom("course")
    .innerJoin("patient", (join) =>
      join.onRef("patient.clinic_id", "=", "course.clinic_id").onRef("patient.id", "=", "course.patient_id"),
    )
    .innerJoin("session_record", (join) =>
      join
        .onRef("session_record.clinic_id", "=", "course.clinic_id")
        .onRef("session_record.course_id", "=", "course.id"),
    )
    .select(["course.patient_id", name.as("who"), sql<CalendarDate>`max(session_record.performed_on)`.as("last")])
    .where("course.clinic_id", "=", clinicId)
    .where("course.state", "=", "completed")
    .where("course.maintenance_declined_on", "is", null)
    .where("session_record.state", "=", "signed")
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("course as newer")
            .select("newer.id")
            .whereRef("newer.clinic_id", "=", "course.clinic_id")
            .whereRef("newer.patient_id", "=", "course.patient_id")
            .whereRef("newer.planned_at", ">", "course.planned_at"),
        ),
      ),
    )
    .groupBy(["course.id", "course.patient_id", "patient.given_name", "patient.family_name"])
    .having(sql`max(session_record.performed_on)`, "<=", addMonths(today, -6))
    .orderBy("last")
    .execute();
  return rows.map((row) => ({
    patientId: row.patient_id,
    who: row.who,
    what: `Last session ${dayText(row.last)}`,
    on: addMonths(row.last, 6),
  }));
}

async function listServiceDue(db: Db, clinicId: string, today: CalendarDate): Promise<Row[]> {
  const rows = await db
    .selectFrom("resource")
    .select(["name", "service_due_on"])
    .where("clinic_id", "=", clinicId)
    .where("kind", "=", "device")
    .where(({ eb, or }) => or([eb("ended_on", "is", null), eb("ended_on", ">=", today)]))
    .where("service_due_on", "<=", addDays(today, 30))
    .orderBy("service_due_on")
    .execute();
  return rows.map((row) => ({
    patientId: null,
    who: row.name,
    what: (row.service_due_on ?? today) < today ? "Service overdue: can't be booked" : "Service due within 30 days",
    on: row.service_due_on ?? today,
  }));
}

/** How many signed sessions each abandoned course had. */
export async function countAbandonedAfter(db: Db, clinicId: string) {
  const rows = await db
    .selectFrom("course")
    .leftJoin("session_record", (join) =>
      join
        .onRef("session_record.clinic_id", "=", "course.clinic_id")
        .onRef("session_record.course_id", "=", "course.id")
        .on("session_record.state", "=", "signed"),
    )
    .select(["course.id", sql<number>`count(session_record.id)`.as("sessions")])
    .where("course.clinic_id", "=", clinicId)
    .where("course.state", "=", "abandoned")
    .groupBy("course.id")
    .execute();
  const counts = new Map<number, number>();
  for (const { sessions } of rows) counts.set(sessions, (counts.get(sessions) ?? 0) + 1);
  return [...counts].map(([sessions, courses]) => ({ sessions, courses })).sort((a, b) => a.sessions - b.sessions);
}

/** The denominators: signed sessions, and visits that ended with or without their patient. */
export async function countDenominators(db: Db, clinicId: string) {
  const sessions = await db
    .selectFrom("session_record")
    .select(sql<number>`count(*)`.as("count"))
    .where("clinic_id", "=", clinicId)
    .where("state", "=", "signed")
    .executeTakeFirstOrThrow();
  const visits = await db
    .selectFrom("visit")
    .select(sql<number>`count(*)`.as("count"))
    .where("clinic_id", "=", clinicId)
    .where("state", "in", ["done", "no-show"])
    .executeTakeFirstOrThrow();
  const flagged = await db
    .selectFrom("check_in")
    .innerJoin("task", (join) =>
      join.onRef("task.clinic_id", "=", "check_in.clinic_id").onRef("task.check_in_id", "=", "check_in.id"),
    )
    .select(sql<number>`count(distinct check_in.session_id)`.as("count"))
    .where("check_in.clinic_id", "=", clinicId)
    .executeTakeFirstOrThrow();
  return { signedSessions: sessions.count, endedVisits: visits.count, flaggedSessions: flagged.count };
}
