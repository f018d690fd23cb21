import { type CalendarDate, parseMinuteOfDay } from "@fibril/kernel";
import { sql } from "kysely";
import { edgeInstantOf } from "../../platform/clock/civil-time.ts";
import type { Db } from "../../tables/index.ts";
import type { Service } from "./set-up-store.ts";
import { shareSite } from "./site-zone-store.ts";

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
 * The site's clock stays as long. Two bookings of one day go one after the other; in that order no two can wait for each other.
 */
export async function lockDays(
  db: Db,
  clinicId: string,
  { siteId, days, now }: { readonly siteId: string; readonly days: readonly CalendarDate[]; readonly now: Date },
): Promise<void> {
  await shareSite(db, clinicId, siteId);
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

/** Takes for a visit or for a hold what it needs; throws the exclusion constraint's fault where one is taken. */
export async function insertClaims(
  db: Db,
  clinicId: string,
  {
    siteId,
    timeZone,
    place,
    service,
    ...holder
  }: ToClaim & ({ readonly visitId: string } | { readonly holdId: string }),
): Promise<void> {
  const rows = claimsOf(place, service, startMinuteOf(place)).map(({ resourceId, from, to }) => ({
    clinic_id: clinicId,
    resource_id: resourceId,
    day: place.day,
    during: `[${from},${to})`,
    visit_id: "visitId" in holder ? holder.visitId : null,
    hold_id: "holdId" in holder ? holder.holdId : null,
    site_id: siteId,
    instants: resourceId === place.practitioner ? instantsOf({ day: place.day, from, to }, timeZone) : null,
  }));
  await db.insertInto("claim").values(rows).execute();
}

/** Minutes of a day as a range of instants; null for minutes that the clock skips. */
export function instantsOf(
  { day, from, to }: { readonly day: CalendarDate; readonly from: number; readonly to: number },
  timeZone: string,
): string | null {
  const begins = edgeInstantOf({ day, minute: from, timeZone });
  const ends = edgeInstantOf({ day, minute: to, timeZone });
  return begins < ends ? `[${begins.toISOString()},${ends.toISOString()})` : null;
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

/** Gives back what a visit takes from a minute of its day on; what went before stays taken. */
export async function releaseClaimsFrom(
  db: Db,
  clinicId: string,
  { visitId, minute }: { readonly visitId: string; readonly minute: number },
): Promise<void> {
  await db
    .deleteFrom("claim")
    .where("clinic_id", "=", clinicId)
    .where("visit_id", "=", visitId)
    .where(sql<boolean>`lower(during) >= ${minute}`)
    .execute();
  await db
    .updateTable("claim")
    .set({
      during: sql`int4range(lower(during), ${minute})`,
      instants: sql`case when instants is not null
        then tstzrange(lower(instants), lower(instants) + make_interval(mins => ${minute} - lower(during))) end`,
    })
    .where("clinic_id", "=", clinicId)
    .where("visit_id", "=", visitId)
    .where(sql<boolean>`upper(during) > ${minute}`)
    .execute();
}

export function startMinuteOf({ start }: Pick<Place, "start">): number {
  const minute = parseMinuteOfDay(start);
  if (minute === null) throw new RangeError(`not a time of day: ${start}`);
  return minute;
}

interface ToClaim {
  readonly siteId: string;
  readonly timeZone: string;
  readonly place: Place;
  readonly service: Service;
}
