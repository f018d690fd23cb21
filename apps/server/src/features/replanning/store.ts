import type { ReplanAnswer, ReplanLine } from "@fibril/booking";
import type { ReplanCause, ReplanLineView, ReplanView } from "@fibril/contract";
import { formatMinuteOfDay } from "@fibril/kernel";
import type { Selectable } from "kysely";
import type { Db } from "../../tables/index.ts";
import type { ReplanRow } from "../../tables/replanning.ts";

export type Replan = Selectable<ReplanRow>;

export interface NewReplan {
  readonly id: string;
  readonly cause: ReplanCause;
  readonly name: string;
  readonly mayMoveOthers: boolean;
  readonly improvingUntil: Date;
  readonly createdBy: string;
}

export async function insertReplan(db: Db, clinicId: string, replan: NewReplan, now: Date): Promise<void> {
  await db
    .insertInto("replan")
    .values({
      clinic_id: clinicId,
      id: replan.id,
      cause: JSON.stringify(replan.cause),
      name: replan.name,
      may_move_others: replan.mayMoveOthers,
      state: "improving",
      way: "first",
      improving_until: replan.improvingUntil,
      created_by: replan.createdBy,
      created_at: now,
    })
    .execute();
}

/** Locked until the transaction ends: two acceptances of one plan go one after the other. */
export async function lockReplan(db: Db, clinicId: string, replanId: string): Promise<Replan | undefined> {
  return db
    .selectFrom("replan")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", replanId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateReplan(
  db: Db,
  clinicId: string,
  change: Pick<Replan, "id" | "version"> & Partial<Pick<Replan, "state" | "way" | "is_proven" | "improving_until">>,
): Promise<void> {
  const { id, version, ...columns } = change;
  await db
    .updateTable("replan")
    .set({ ...columns, version: version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", id)
    .execute();
}

/** What a line needs to know of its visit. */
export interface LineVisit {
  readonly id: string;
  readonly patientId: string;
  readonly siteId: string;
  readonly version: number;
}

/** Puts the open lines of one site in place of those that were; accepted ones stay as they are. */
export async function replaceLines(
  db: Db,
  clinicId: string,
  plan: {
    readonly replanId: string;
    readonly siteId: string;
    readonly answer: ReplanAnswer;
    readonly visits: readonly LineVisit[];
  },
): Promise<void> {
  const { replanId, siteId, answer, visits } = plan;
  const mine = db
    .deleteFrom("replan_line")
    .where("clinic_id", "=", clinicId)
    .where("replan_id", "=", replanId)
    .where("site_id", "=", siteId)
    .where("state", "!=", "accepted");
  await mine.execute();
  const rows = answer.lines.flatMap((line, position) => {
    const visit = visits.find(({ id }) => id === line.session);
    return visit ? [lineRow(line, { clinicId, replanId, visit, position })] : [];
  });
  if (rows.length === 0) return;
  await db
    .insertInto("replan_line")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function lineRow(
  line: ReplanLine,
  {
    clinicId,
    replanId,
    visit,
    position,
  }: { readonly clinicId: string; readonly replanId: string; readonly visit: LineVisit; readonly position: number },
) {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return {
    clinic_id: clinicId,
    replan_id: replanId,
    visit_id: visit.id,
    patient_id: visit.patientId,
    site_id: visit.siteId,
    position,
    visit_version: visit.version,
    role: line.role,
    before_place: JSON.stringify(storedPlace(line.before)),
    after_place: json(line.after && storedPlace(line.after)),
    day_window: json(line.window),
    terms: json(line.terms),
    obstacles: line.obstacles,
    needs: line.needs,
    state: line.after === null ? ("without-place" as const) : ("proposed" as const),
  };
}

/** A place as a booking takes it. */
function storedPlace({ startMinute, ...place }: ReplanLine["before"]) {
  return { ...place, start: formatMinuteOfDay(startMinute) };
}

export async function markLine(
  db: Db,
  clinicId: string,
  line: {
    readonly replanId: string;
    readonly visitId: string;
    readonly visitVersion: number;
    readonly state: "proposed" | "accepted";
  },
): Promise<void> {
  await db
    .updateTable("replan_line")
    .set({ state: line.state, visit_version: line.visitVersion })
    .where("clinic_id", "=", clinicId)
    .where("replan_id", "=", line.replanId)
    .where("visit_id", "=", line.visitId)
    .execute();
}

export async function listLines(db: Db, clinicId: string, replanId: string) {
  return db
    .selectFrom("replan_line")
    .innerJoin("visit", (join) =>
      join.onRef("visit.clinic_id", "=", "replan_line.clinic_id").onRef("visit.id", "=", "replan_line.visit_id"),
    )
    .innerJoin("patient", (join) =>
      join.onRef("patient.clinic_id", "=", "replan_line.clinic_id").onRef("patient.id", "=", "replan_line.patient_id"),
    )
    .selectAll("replan_line")
    .select(["visit.kind", "visit.ordinal", "visit.course_id", "visit.state as visit_state"])
    .select(["patient.given_name", "patient.family_name", "patient.phone", "patient.email"])
    .where("replan_line.clinic_id", "=", clinicId)
    .where("replan_line.replan_id", "=", replanId)
    .orderBy("replan_line.site_id")
    .orderBy("replan_line.position")
    .execute();
}
export type StoredLine = Awaited<ReturnType<typeof listLines>>[number];

export type NameOf = (resourceId: string) => string;

/** Undefined for a plan of another clinic. */
export async function findReplan(
  db: Db,
  clinicId: string,
  { replanId, nameOf, now }: { readonly replanId: string; readonly nameOf: NameOf; readonly now: Date },
): Promise<ReplanView | undefined> {
  const row = await db
    .selectFrom("replan")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", replanId)
    .executeTakeFirst();
  if (!row) return undefined;
  const lines = await listLines(db, clinicId, replanId);
  return {
    id: row.id,
    cause: row.cause as ReplanCause,
    name: row.name,
    mayMoveOthers: row.may_move_others,
    state: row.improving_until <= now ? "ready" : row.state,
    way: row.way,
    isProven: row.is_proven,
    createdAt: row.created_at.toISOString(),
    lines: lines.map((line) => lineView(line, nameOf)),
    version: row.version,
  };
}

function lineView(line: StoredLine, nameOf: NameOf): ReplanLineView {
  return {
    visitId: line.visit_id,
    patientId: line.patient_id,
    patientName: `${line.given_name} ${line.family_name}`,
    phone: line.phone,
    email: line.email,
    kind: line.kind,
    ordinal: line.ordinal,
    visitState: line.visit_state,
    role: line.role,
    before: placeView(line.before_place as StoredPlace, nameOf),
    after: line.after_place === null ? null : placeView(line.after_place as StoredPlace, nameOf),
    window: line.day_window as ReplanLineView["window"],
    terms: line.terms as ReplanLineView["terms"],
    obstacles: [...line.obstacles],
    needs: [...line.needs],
    state: line.state,
  };
}

export type StoredPlace = ReturnType<typeof storedPlace>;

function placeView(place: StoredPlace, nameOf: NameOf): ReplanLineView["before"] {
  return { ...place, practitionerName: nameOf(place.practitioner), roomName: nameOf(place.treatmentRoom) };
}

/** Messages that have not left yet never will; @returns how many. */
export async function withdrawMessages(db: Db, clinicId: string, dedupeKeys: readonly string[], now: Date) {
  const result = await db
    .updateTable("message")
    .set({ cancelled_at: now })
    .where("clinic_id", "=", clinicId)
    .where("dedupe_key", "in", dedupeKeys)
    .where("sent_at", "is", null)
    .where("cancelled_at", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
