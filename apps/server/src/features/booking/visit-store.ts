import type { VisitState, VisitView } from "@fibril/contract";
import { type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";
import { instantOf } from "../../platform/clock/civil-time.ts";
import type { Db } from "../../tables/index.ts";
import { insertClaims, type Place, startMinuteOf } from "./claim-store.ts";
import type { Service } from "./set-up-store.ts";
import { zoneOfSite } from "./site-zone-store.ts";

export interface NewVisit {
  readonly id: string;
  readonly patientId: string;
  readonly kind: "consultation" | "session" | "review";
  readonly courseId: string | null;
  readonly ordinal: number | null;
  readonly siteId: string;
  readonly place: Place;
  readonly service: Service;
  readonly bookedBy: string;
}

/**
 * A visit on its site's clock, with every claim that it needs; its day must be locked. Throws the exclusion constraint's
 * fault where one is taken.
 */
export async function insertVisit(db: Db, clinicId: string, visit: NewVisit, now: Date): Promise<void> {
  const { siteId, place, service } = visit;
  const timeZone = await zoneOfSite(db, clinicId, siteId);
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
      ...placeColumns(place, service, timeZone),
      state: "booked",
      booked_at: now,
      booked_by: visit.bookedBy,
    })
    .execute();
  await insertClaims(db, clinicId, { visitId: visit.id, siteId, timeZone, place, service });
}

/** Where a visit stands. */
export function placeOfVisit(visit: VisitView): Place {
  return {
    day: visit.day as CalendarDate,
    start: visit.start,
    practitioner: visit.practitionerId,
    prepRoom: visit.prepRoomId,
    treatmentRoom: visit.treatmentRoomId,
    device: visit.deviceId,
  };
}

function placeColumns(place: Place, service: Service, timeZone: string) {
  const start = startMinuteOf(place);
  return {
    day: place.day,
    start_minute: start,
    end_minute: start + service.prep_minutes + service.treatment_minutes,
    time_zone: timeZone,
    starts_at: instantOf({ day: place.day, minute: start, timeZone }),
    practitioner_id: place.practitioner,
    prep_room_id: place.prepRoom,
    treatment_room_id: place.treatmentRoom,
    device_id: place.device,
  };
}

/** Puts a booked visit somewhere else, on its site's clock; the claims it had must have been released. False where its version is another. */
export async function moveVisit(
  db: Db,
  clinicId: string,
  move: {
    readonly visitId: string;
    readonly version: number;
    readonly siteId: string;
    readonly place: Place;
    readonly service: Service;
  },
): Promise<boolean> {
  const timeZone = await zoneOfSite(db, clinicId, move.siteId);
  const result = await db
    .updateTable("visit")
    .set({ ...placeColumns(move.place, move.service, timeZone), version: move.version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", move.visitId)
    .where("version", "=", move.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await insertClaims(db, clinicId, { ...move, timeZone });
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
    .innerJoin("site", (join) =>
      join.onRef("site.clinic_id", "=", "visit.clinic_id").onRef("site.id", "=", "visit.site_id"),
    )
    .selectAll("visit")
    .select([
      "site.name as site_name",
      "site.address as site_address",
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
    siteName: row.site_name,
    siteAddress: row.site_address,
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
