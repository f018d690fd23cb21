import type { VisitState, VisitView } from "@fibril/contract";
import { type CalendarDate, formatMinuteOfDay, parseMinuteOfDay } from "@fibril/kernel";
import { sql } from "kysely";
import { instantOf } from "../../platform/clock/civil-time.ts";
import type { Db } from "../../tables/index.ts";
import type { Service } from "./set-up-store.ts";

export interface Place {
  readonly day: CalendarDate;
  /** `HH:MM`, when the patient arrives. */
  readonly start: string;
  readonly practitioner: string;
  readonly prepRoom: string;
  readonly treatmentRoom: string;
  readonly device: string | null;
}

/**
 * Locks the days of a site in ascending order until the transaction ends, and clears what expired holds kept on them.
 * Two bookings of one day go one after the other; in that order no two can wait for each other.
 */
export async function lockDays(
  db: Db,
  clinicId: string,
  { siteId, days, now }: { readonly siteId: string; readonly days: readonly CalendarDate[]; readonly now: Date },
): Promise<void> {
  const ascending = [...new Set(days)].sort();
  const rows = ascending.map((day) => ({ clinic_id: clinicId, site_id: siteId, day }));
  await db
    .insertInto("site_day")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .selectFrom("site_day")
    .select("day")
    .where("clinic_id", "=", clinicId)
    .where("site_id", "=", siteId)
    .where("day", "in", ascending)
    .orderBy("day")
    .forUpdate()
    .execute();
  await db
    .updateTable("site_day")
    .set({ version: sql`version + 1` })
    .where("clinic_id", "=", clinicId)
    .where("site_id", "=", siteId)
    .where("day", "in", ascending)
    .execute();
  await clearExpiredHolds(db, clinicId, { days: ascending, now });
}

/** A hold's last moment is the one before it expires. At every site, for one person works at two. */
async function clearExpiredHolds(
  db: Db,
  clinicId: string,
  { days, now }: { readonly days: readonly CalendarDate[]; readonly now: Date },
): Promise<void> {
  await db
    .deleteFrom("claim")
    .using("hold")
    .whereRef("hold.clinic_id", "=", "claim.clinic_id")
    .whereRef("hold.id", "=", "claim.hold_id")
    .where("claim.clinic_id", "=", clinicId)
    .where("claim.day", "in", days)
    .where("hold.expires_at", "<=", now)
    .execute();
}

export interface NewVisit {
  readonly id: string;
  readonly patientId: string;
  readonly kind: "consultation" | "session" | "review";
  readonly courseId: string | null;
  readonly ordinal: number | null;
  readonly siteId: string;
  readonly timeZone: string;
  readonly place: Place;
  readonly service: Service;
  readonly bookedBy: string;
}

/** A visit with every claim that it needs; throws the exclusion constraint's fault where one is taken. */
export async function insertVisit(db: Db, clinicId: string, visit: NewVisit, now: Date): Promise<void> {
  const { place, service } = visit;
  await db
    .insertInto("visit")
    .values({
      clinic_id: clinicId,
      id: visit.id,
      patient_id: visit.patientId,
      service_id: service.id,
      kind: visit.kind,
      course_id: visit.courseId,
      ordinal: visit.ordinal,
      site_id: visit.siteId,
      ...placeColumns(place, service, visit.timeZone),
      time_zone: visit.timeZone,
      state: "booked",
      booked_at: now,
      booked_by: visit.bookedBy,
    })
    .execute();
  await insertClaims(db, clinicId, { visitId: visit.id, siteId: visit.siteId, place, service });
}

function placeColumns(place: Place, service: Service, timeZone: string) {
  const start = minuteOf(place.start);
  return {
    day: place.day,
    start_minute: start,
    end_minute: start + service.prep_minutes + service.treatment_minutes,
    starts_at: instantOf({ day: place.day, minute: start, timeZone }),
    practitioner_id: place.practitioner,
    prep_room_id: place.prepRoom,
    treatment_room_id: place.treatmentRoom,
    device_id: place.device,
  };
}

interface ToClaim {
  readonly siteId: string;
  readonly place: Place;
  readonly service: Service;
}

/** Takes for a visit or for a hold what it needs; throws the exclusion constraint's fault where one is taken. */
export async function insertClaims(
  db: Db,
  clinicId: string,
  { siteId, place, service, ...holder }: ToClaim & ({ readonly visitId: string } | { readonly holdId: string }),
): Promise<void> {
  const rows = claimsOf(place, service, minuteOf(place.start)).map(({ resourceId, from, to }) => ({
    clinic_id: clinicId,
    resource_id: resourceId,
    day: place.day,
    during: `[${from},${to})`,
    visit_id: "visitId" in holder ? holder.visitId : null,
    hold_id: "holdId" in holder ? holder.holdId : null,
    site_id: siteId,
  }));
  await db.insertInto("claim").values(rows).execute();
}

/** With u = arrival + preparation: prep room to u, then treatment room, device and practitioner, each with its own tail. */
export function claimsOf(place: Place, service: Service, start: number) {
  const u = start + service.prep_minutes;
  const end = u + service.treatment_minutes;
  const claims = [
    { resourceId: place.treatmentRoom, from: u, to: end + service.room_turnover_minutes },
    { resourceId: place.practitioner, from: u, to: end + service.notes_minutes },
  ];
  if (place.device !== null)
    claims.push({ resourceId: place.device, from: u, to: end + service.device_cleaning_minutes });
  if (service.prep_minutes > 0) claims.push({ resourceId: place.prepRoom, from: start, to: u });
  return claims;
}

export async function releaseHoldClaims(db: Db, clinicId: string, holdId: string): Promise<void> {
  await db.deleteFrom("claim").where("clinic_id", "=", clinicId).where("hold_id", "=", holdId).execute();
}

/** What visits take, in minutes of wall time `[from, to)`. */
export async function listClaimsOf(db: Db, clinicId: string, visitIds: readonly string[]) {
  return db
    .selectFrom("claim")
    .select(["resource_id as resource", "day"])
    .select([sql<number>`lower(during)`.as("from"), sql<number>`upper(during)`.as("to")])
    .where("clinic_id", "=", clinicId)
    .where("visit_id", "in", visitIds)
    .execute();
}

export async function releaseClaims(db: Db, clinicId: string, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  await db.deleteFrom("claim").where("clinic_id", "=", clinicId).where("visit_id", "in", visitIds).execute();
}

/** Puts a booked visit somewhere else; the claims it had must have been released. False where its version is another. */
export async function moveVisit(
  db: Db,
  clinicId: string,
  move: {
    readonly visitId: string;
    readonly version: number;
    readonly siteId: string;
    readonly timeZone: string;
    readonly place: Place;
    readonly service: Service;
  },
): Promise<boolean> {
  const result = await db
    .updateTable("visit")
    .set({ ...placeColumns(move.place, move.service, move.timeZone), version: move.version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", move.visitId)
    .where("version", "=", move.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await insertClaims(db, clinicId, move);
  return true;
}

export interface VisitFilter {
  readonly siteId?: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly patientId?: string;
  readonly courseId?: string;
  readonly visitId?: string;
}

export async function listVisits(db: Db, clinicId: string, filter: VisitFilter): Promise<VisitView[]> {
  let query = db
    .selectFrom("visit")
    .innerJoin("patient", (join) =>
      join.onRef("patient.clinic_id", "=", "visit.clinic_id").onRef("patient.id", "=", "visit.patient_id"),
    )
    .innerJoin("resource as practitioner", (join) =>
      join
        .onRef("practitioner.clinic_id", "=", "visit.clinic_id")
        .onRef("practitioner.id", "=", "visit.practitioner_id"),
    )
    .innerJoin("resource as room", (join) =>
      join.onRef("room.clinic_id", "=", "visit.clinic_id").onRef("room.id", "=", "visit.treatment_room_id"),
    )
    .selectAll("visit")
    .select([
      "patient.given_name",
      "patient.family_name",
      "practitioner.name as practitioner_name",
      "room.name as room_name",
    ])
    .where("visit.clinic_id", "=", clinicId);
  if (filter.siteId) query = query.where("visit.site_id", "=", filter.siteId);
  if (filter.from) query = query.where("visit.day", ">=", filter.from);
  if (filter.to) query = query.where("visit.day", "<=", filter.to);
  if (filter.patientId) query = query.where("visit.patient_id", "=", filter.patientId);
  if (filter.courseId) query = query.where("visit.course_id", "=", filter.courseId);
  if (filter.visitId) query = query.where("visit.id", "=", filter.visitId);
  const rows = await query.orderBy("visit.day").orderBy("visit.start_minute").orderBy("visit.id").execute();
  return rows.map((row) => ({
    id: row.id,
    patientId: row.patient_id,
    patientName: `${row.given_name} ${row.family_name}`,
    kind: row.kind,
    courseId: row.course_id,
    ordinal: row.ordinal,
    siteId: row.site_id,
    day: row.day,
    start: formatMinuteOfDay(row.start_minute),
    end: formatMinuteOfDay(row.end_minute),
    timeZone: row.time_zone,
    practitionerId: row.practitioner_id,
    practitionerName: row.practitioner_name,
    prepRoomId: row.prep_room_id,
    treatmentRoomId: row.treatment_room_id,
    roomName: row.room_name,
    deviceId: row.device_id,
    state: row.state,
    cancelledBy: row.cancelled_by,
    reason: row.reason,
    version: row.version,
  }));
}

export async function findVisit(db: Db, clinicId: string, visitId: string): Promise<VisitView | undefined> {
  return (await listVisits(db, clinicId, { visitId }))[0];
}

/** False where the visit's version is another one by now. */
export async function updateVisitState(
  db: Db,
  clinicId: string,
  change: {
    readonly visitId: string;
    readonly version: number;
    readonly state: VisitState;
    readonly cancelledBy: string | null;
    readonly reason: string | null;
  },
): Promise<boolean> {
  const result = await db
    .updateTable("visit")
    .set({ state: change.state, cancelled_by: change.cancelledBy, reason: change.reason, version: change.version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", change.visitId)
    .where("version", "=", change.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertVisitEvent(
  db: Db,
  clinicId: string,
  event: { id: string; visitId: string; patientId: string; state: VisitState; by: string; reason: string | null },
  now: Date,
): Promise<void> {
  await db
    .insertInto("visit_event")
    .values({
      clinic_id: clinicId,
      id: event.id,
      visit_id: event.visitId,
      patient_id: event.patientId,
      state: event.state,
      at: now,
      by: event.by,
      reason: event.reason,
    })
    .execute();
}

export function startMinuteOf({ start }: Pick<Place, "start">): number {
  return minuteOf(start);
}

function minuteOf(start: string): number {
  const minute = parseMinuteOfDay(start);
  if (minute === null) throw new RangeError(`not a time of day: ${start}`);
  return minute;
}
