import type { AftercareView, ClinicalCheckInView, TaskView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import type { Urgency } from "@fibril/recovery";
import type { Db } from "../../tables/index.ts";

export async function insertAftercare(
  db: Db,
  clinicId: string,
  aftercare: { readonly sessionId: string; readonly patientId: string; readonly plan: unknown },
  now: Date,
): Promise<void> {
  await db
    .insertInto("aftercare")
    .values({
      clinic_id: clinicId,
      session_id: aftercare.sessionId,
      patient_id: aftercare.patientId,
      plan: JSON.stringify(aftercare.plan),
      created_at: now,
    })
    .execute();
}

/** Newest first, with the sources that a patient may be shown or all of them. */
export async function listAftercareOf(
  db: Db,
  clinicId: string,
  { patientId, forPatient }: { readonly patientId: string; readonly forPatient: boolean },
): Promise<AftercareView[]> {
  const rows = await db
    .selectFrom("aftercare")
    .innerJoin("session_record", (join) =>
      join
        .onRef("session_record.clinic_id", "=", "aftercare.clinic_id")
        .onRef("session_record.id", "=", "aftercare.session_id"),
    )
    .select(["aftercare.session_id", "aftercare.plan", "session_record.performed_on"])
    .where("aftercare.clinic_id", "=", clinicId)
    .where("aftercare.patient_id", "=", patientId)
    .orderBy("session_record.performed_on", "desc")
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    performedOn: row.performed_on,
    days: (row.plan as KeptDay[]).map(({ day, instructions }) => ({
      day,
      instructions: instructions.map(({ id, words, fromHour, toHour, sources, patientSources, basis }) => ({
        id,
        words,
        fromHour,
        toHour,
        sources: [...(forPatient ? patientSources : sources)],
        basis,
      })),
    })),
  }));
}

interface KeptDay {
  readonly day: number;
  readonly instructions: readonly {
    readonly id: string;
    readonly words: string;
    readonly fromHour: number;
    readonly toHour: number;
    readonly sources: readonly string[];
    readonly patientSources: readonly string[];
    readonly basis: "sourced" | "practice";
  }[];
}

export async function insertCheckIns(
  db: Db,
  clinicId: string,
  rows: readonly {
    readonly id: string;
    readonly patientId: string;
    readonly sessionId: string;
    readonly day: number;
    readonly dueOn: CalendarDate;
  }[],
): Promise<void> {
  await db
    .insertInto("check_in")
    .values(
      rows.map((row) => ({
        clinic_id: clinicId,
        id: row.id,
        patient_id: row.patientId,
        session_id: row.sessionId,
        day_since_session: row.day,
        due_on: row.dueOn,
      })),
    )
    .execute();
}

/** With answers and the rows that fired; the caller cuts them for the patient's eyes. */
export async function listCheckInsOf(
  db: Db,
  clinicId: string,
  { patientId, today }: { readonly patientId: string; readonly today: CalendarDate },
): Promise<ClinicalCheckInView[]> {
  const rows = await db
    .selectFrom("check_in")
    .innerJoin("session_record", (join) =>
      join
        .onRef("session_record.clinic_id", "=", "check_in.clinic_id")
        .onRef("session_record.id", "=", "check_in.session_id"),
    )
    .selectAll("check_in")
    .select(["session_record.ordinal"])
    .where("check_in.clinic_id", "=", clinicId)
    .where("check_in.patient_id", "=", patientId)
    .orderBy("check_in.due_on")
    .execute();
  return rows.map((row) => {
    const outcome = row.outcome as KeptOutcome | null;
    return {
      id: row.id,
      sessionId: row.session_id,
      ordinal: row.ordinal,
      daySinceSession: row.day_since_session,
      dueOn: row.due_on,
      state: stateOf(row.answered_at, row.due_on, today),
      answeredAt: row.answered_at?.toISOString() ?? null,
      answeredBy: row.answered_by,
      urgency: row.urgency,
      advice: outcome?.advice ?? null,
      version: row.version,
      answers: row.answers as Record<string, string> | null,
      rows: outcome?.rows ?? [],
      unknown: outcome?.unknown ?? [],
    };
  });
}

interface KeptOutcome {
  readonly advice: string;
  readonly rows: ClinicalCheckInView["rows"];
  readonly unknown: string[];
}

function stateOf(answeredAt: Date | null, dueOn: CalendarDate, today: CalendarDate): ClinicalCheckInView["state"] {
  if (answeredAt) return "answered";
  if (dueOn > today) return "to-come";
  return dueOn === today ? "due" : "overdue";
}

/** False where the check-in's version is another one by now. */
export async function keepAnswers(
  db: Db,
  clinicId: string,
  answered: {
    readonly id: string;
    readonly version: number;
    readonly answers: unknown;
    readonly outcome: unknown;
    readonly urgency: Urgency;
    readonly by: string;
  },
  now: Date,
): Promise<boolean> {
  const result = await db
    .updateTable("check_in")
    .set({
      answers: JSON.stringify(answered.answers),
      outcome: JSON.stringify(answered.outcome),
      urgency: answered.urgency,
      answered_at: now,
      answered_by: answered.by,
      version: answered.version + 1,
    })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", answered.id)
    .where("version", "=", answered.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertTask(
  db: Db,
  clinicId: string,
  task: {
    readonly id: string;
    readonly patientId: string;
    readonly checkInId: string;
    readonly urgency: Urgency;
    readonly summary: string;
    readonly dueAt: Date;
  },
  now: Date,
): Promise<void> {
  await db
    .insertInto("task")
    .values({
      clinic_id: clinicId,
      id: task.id,
      patient_id: task.patientId,
      kind: "red-flag",
      check_in_id: task.checkInId,
      urgency: task.urgency,
      summary: task.summary,
      raised_at: now,
      due_at: task.dueAt,
    })
    .execute();
}

/** The open ones, the soonest due first, then those acknowledged, newest first. */
export async function listTasksOf(db: Db, clinicId: string): Promise<TaskView[]> {
  const rows = await selectTasks(db, clinicId)
    .orderBy("task.acknowledged_at", (order) => order.desc().nullsFirst())
    .orderBy("task.due_at")
    .limit(200)
    .execute();
  return rows.map(taskView);
}

export async function findTask(db: Db, clinicId: string, taskId: string): Promise<TaskView | undefined> {
  const row = await selectTasks(db, clinicId).where("task.id", "=", taskId).executeTakeFirst();
  return row && taskView(row);
}

function selectTasks(db: Db, clinicId: string) {
  return db
    .selectFrom("task")
    .innerJoin("patient", (join) =>
      join.onRef("patient.clinic_id", "=", "task.clinic_id").onRef("patient.id", "=", "task.patient_id"),
    )
    .selectAll("task")
    .select(["patient.given_name", "patient.family_name"])
    .where("task.clinic_id", "=", clinicId);
}

function taskView(row: Awaited<ReturnType<ReturnType<typeof selectTasks>["executeTakeFirstOrThrow"]>>): TaskView {
  return {
    id: row.id,
    patientId: row.patient_id,
    patientName: `${row.given_name} ${row.family_name}`,
    urgency: row.urgency as Urgency,
    summary: row.summary,
    raisedAt: row.raised_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    escalatedAt: row.escalated_at?.toISOString() ?? null,
    acknowledged:
      row.acknowledged_at && row.acknowledger_name
        ? { by: row.acknowledger_name, at: row.acknowledged_at.toISOString(), note: row.note ?? "" }
        : null,
    version: row.version,
  };
}

export async function acknowledge(
  db: Db,
  clinicId: string,
  done: {
    readonly id: string;
    readonly version: number;
    readonly staffId: string;
    readonly name: string;
    readonly note: string;
  },
  now: Date,
): Promise<boolean> {
  const result = await db
    .updateTable("task")
    .set({
      acknowledged_by: done.staffId,
      acknowledger_name: done.name,
      acknowledged_at: now,
      note: done.note,
      version: done.version + 1,
    })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", done.id)
    .where("version", "=", done.version)
    .where("acknowledged_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Tasks past their time that nobody has looked at and the owner was not told of yet. */
export async function listOverdueTasks(db: Db, clinicId: string, now: Date): Promise<TaskView[]> {
  const rows = await selectTasks(db, clinicId)
    .where("task.acknowledged_at", "is", null)
    .where("task.escalated_at", "is", null)
    .where("task.due_at", "<=", now)
    .execute();
  return rows.map(taskView);
}

export async function markEscalated(db: Db, clinicId: string, taskId: string, now: Date): Promise<void> {
  await db
    .updateTable("task")
    .set({ escalated_at: now })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", taskId)
    .execute();
}

/** E-mail addresses of those who hold a role now. */
export async function listAlertAddresses(
  db: Db,
  clinicId: string,
  role: "owner" | "practitioner",
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("staff")
    .select("email")
    .where("clinic_id", "=", clinicId)
    .where("role", "=", role)
    .where("ended_at", "is", null)
    .orderBy("email")
    .execute();
  return rows.map(({ email }) => email);
}
