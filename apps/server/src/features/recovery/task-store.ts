import type { TaskView } from "@fibril/contract";
import type { Urgency } from "@fibril/recovery";
import type { Db } from "../../tables/index.ts";

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

/** What of one patient nobody has looked at yet, the soonest due first. */
export async function listOpenTasksOf(db: Db, clinicId: string, patientId: string): Promise<TaskView[]> {
  const rows = await selectTasks(db, clinicId)
    .where("task.patient_id", "=", patientId)
    .where("task.kind", "=", "red-flag")
    .where("task.acknowledged_at", "is", null)
    .orderBy("task.due_at")
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
    kind: row.kind as TaskView["kind"],
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
