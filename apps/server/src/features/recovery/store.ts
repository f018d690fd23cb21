import type { AftercareView, ClinicalCheckInView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import type { Urgency } from "@fibril/recovery";
import { together } from "../../platform/database/together.ts";
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
  const [rows, looks] = await together(selectCheckIns(db, clinicId, patientId), selectLooks(db, clinicId, patientId));
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
      lookedAt: lookAt(looks.filter((task) => task.check_in_id === row.id)),
      advice: outcome?.advice ?? null,
      version: row.version,
      answers: row.answers as Record<string, string> | null,
      rows: outcome?.rows ?? [],
      unknown: outcome?.unknown ?? [],
    };
  });
}

function selectCheckIns(db: Db, clinicId: string, patientId: string) {
  return db
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
}

/** Who looked at the red flags of a patient's check-ins, and when. */
function selectLooks(db: Db, clinicId: string, patientId: string) {
  return db
    .selectFrom("task")
    .select(["check_in_id", "acknowledger_name", "acknowledged_at"])
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .where("kind", "=", "red-flag")
    .orderBy("acknowledged_at")
    .execute();
}

type Look = Awaited<ReturnType<typeof selectLooks>>[number];

/** The last look, once somebody has looked at each flag that the check-in raised. */
function lookAt(looks: readonly Look[]): ClinicalCheckInView["lookedAt"] {
  const last = looks.at(-1);
  if (!last?.acknowledged_at || looks.some((look) => look.acknowledged_at === null)) return null;
  return { by: last.acknowledger_name ?? "", at: last.acknowledged_at.toISOString() };
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
