import type { AddResourceBody, HoursView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { sql } from "kysely";
import type { Db } from "../../tables/index.ts";

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** False where the version is another one by now. */
export async function bumpSite(db: Db, clinicId: string, { id, version }: Versioned): Promise<boolean> {
  const result = await db
    .updateTable("site")
    .set({ version: version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** False where the version is another one by now. */
export async function updateSite(
  db: Db,
  clinicId: string,
  { id, version, name, address }: Versioned & { readonly name: string; readonly address: string },
): Promise<boolean> {
  const result = await db
    .updateTable("site")
    .set({ name, address, version: version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Minutes since midnight. */
export interface WeekHours {
  readonly weekday: HoursView["weekday"];
  readonly from: number;
  readonly to: number;
}

export async function replaceOpening(db: Db, clinicId: string, siteId: string, hours: readonly WeekHours[]) {
  await db.deleteFrom("site_opening").where("clinic_id", "=", clinicId).where("site_id", "=", siteId).execute();
  if (hours.length === 0) return;
  const rows = hours.map(({ weekday, from, to }) => ({
    clinic_id: clinicId,
    site_id: siteId,
    weekday,
    from_minute: from,
    to_minute: to,
  }));
  await db.insertInto("site_opening").values(rows).execute();
}

export async function replaceRoster(
  db: Db,
  clinicId: string,
  resourceId: string,
  roster: readonly (WeekHours & { readonly siteId: string })[],
) {
  await db.deleteFrom("roster").where("clinic_id", "=", clinicId).where("resource_id", "=", resourceId).execute();
  if (roster.length === 0) return;
  const rows = roster.map(({ weekday, from, to, siteId }) => ({
    clinic_id: clinicId,
    resource_id: resourceId,
    site_id: siteId,
    weekday,
    from_minute: from,
    to_minute: to,
  }));
  await db.insertInto("roster").values(rows).execute();
}

export async function replaceQualifications(
  db: Db,
  clinicId: string,
  resourceId: string,
  held: readonly {
    readonly id: string;
    readonly name: string;
    readonly validFrom: CalendarDate | null;
    readonly validTo: CalendarDate | null;
  }[],
) {
  await db
    .deleteFrom("qualification")
    .where("clinic_id", "=", clinicId)
    .where("resource_id", "=", resourceId)
    .execute();
  if (held.length === 0) return;
  const rows = held.map(({ id, name, validFrom, validTo }) => ({
    clinic_id: clinicId,
    id,
    resource_id: resourceId,
    name,
    valid_from: validFrom,
    valid_to: validTo,
  }));
  await db.insertInto("qualification").values(rows).execute();
}

/** By which ids the calendar knows a member of staff who treats; one that has ended keeps what was booked with it. */
export async function listResourcesOfStaff(db: Db, clinicId: string, staffId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("resource")
    .select("id")
    .where("clinic_id", "=", clinicId)
    .where("staff_id", "=", staffId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whoever treats no more is offered no more; what they are booked for stays, out of place, until somebody moves it. */
export async function endPractitioner(db: Db, clinicId: string, staffId: string, lastDay: CalendarDate): Promise<void> {
  await db
    .updateTable("resource")
    .set({ ended_on: lastDay, version: sql<number>`version + 1` })
    .where("clinic_id", "=", clinicId)
    .where("staff_id", "=", staffId)
    .where("ended_on", "is", null)
    .execute();
}

export interface ResourceChange extends Versioned {
  readonly name?: string;
  readonly kinds?: readonly string[];
  readonly serviceDueOn?: CalendarDate | null;
  readonly calibrationDueOn?: CalendarDate | null;
  readonly endedOn?: CalendarDate | null;
}

/** False where the version is another one by now. */
export async function updateResource(db: Db, clinicId: string, change: ResourceChange): Promise<boolean> {
  const { id, version, name, kinds, serviceDueOn, calibrationDueOn, endedOn } = change;
  const result = await db
    .updateTable("resource")
    .set({
      version: version + 1,
      ...(name === undefined ? {} : { name }),
      ...(kinds === undefined ? {} : { kinds }),
      ...(serviceDueOn === undefined ? {} : { service_due_on: serviceDueOn }),
      ...(calibrationDueOn === undefined ? {} : { calibration_due_on: calibrationDueOn }),
      ...(endedOn === undefined ? {} : { ended_on: endedOn }),
    })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertResource(db: Db, clinicId: string, id: string, added: AddResourceBody) {
  const { kind, name, siteId, staffId, kinds } = added;
  const isPerson = kind === "practitioner";
  await db
    .insertInto("resource")
    .values({
      clinic_id: clinicId,
      id,
      kind,
      name,
      site_id: isPerson ? null : siteId,
      staff_id: isPerson ? staffId : null,
      kinds: isPerson ? [] : kinds,
    })
    .execute();
}

export async function insertSite(
  db: Db,
  clinicId: string,
  { id, name, timeZone, address }: { id: string; name: string; timeZone: string; address: string },
) {
  await db.insertInto("site").values({ clinic_id: clinicId, id, name, time_zone: timeZone, address }).execute();
}

/** False where there was no such closure. */
export async function deleteClosure(db: Db, clinicId: string, closure: { siteId: string; day: CalendarDate }) {
  const result = await db
    .deleteFrom("site_closure")
    .where("clinic_id", "=", clinicId)
    .where("site_id", "=", closure.siteId)
    .where("day", "=", closure.day)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** False where there was no such absence. */
export async function deleteAbsence(db: Db, clinicId: string, absenceId: string) {
  const result = await db
    .deleteFrom("absence")
    .where("clinic_id", "=", clinicId)
    .where("id", "=", absenceId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** False where the version is another one by now. Visits already booked keep the times they were booked with. */
export async function updateServiceTimes(
  db: Db,
  clinicId: string,
  change: Versioned & {
    readonly prepMinutes: number;
    readonly treatmentMinutes: number;
    readonly notesMinutes: number;
    readonly roomTurnoverMinutes: number;
    readonly deviceCleaningMinutes: number;
  },
): Promise<boolean> {
  const result = await db
    .updateTable("service")
    .set({
      prep_minutes: change.prepMinutes,
      treatment_minutes: change.treatmentMinutes,
      notes_minutes: change.notesMinutes,
      room_turnover_minutes: change.roomTurnoverMinutes,
      device_cleaning_minutes: change.deviceCleaningMinutes,
      version: change.version + 1,
    })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", change.id)
    .where("version", "=", change.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
