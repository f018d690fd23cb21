import type { CalendarDate } from "@fibril/kernel";
import { sql } from "kysely";
import type { VisitRow } from "../../tables/booking.ts";
import type { Db } from "../../tables/index.ts";

/** The sites whose clock becomes another, and the first day that may still be to come on either clock. */
export interface Range {
  readonly siteIds: readonly string[];
  readonly from: CalendarDate;
}

export interface ZonedVisit {
  readonly id: string;
  readonly patientId: string;
  readonly state: VisitRow["state"];
  readonly siteName: string;
  readonly day: CalendarDate;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly startsAt: Date;
}

/** Every visit but those that are done. */
export async function listZonedVisits(
  db: Db,
  clinicId: string,
  { siteIds, from }: Range,
): Promise<readonly ZonedVisit[]> {
  if (siteIds.length === 0) return [];
  return db
    .selectFrom("visit")
    .innerJoin("site", (join) =>
      join.onRef("site.clinic_id", "=", "visit.clinic_id").onRef("site.id", "=", "visit.site_id"),
    )
    .select(["visit.id", "visit.patient_id as patientId", "visit.state", "site.name as siteName", "visit.day"])
    .select(["start_minute as startMinute", "end_minute as endMinute", "starts_at as startsAt"])
    .where("visit.clinic_id", "=", clinicId)
    .where("site_id", "in", siteIds)
    .where("state", "!=", "done")
    .where("visit.day", ">=", from)
    .orderBy("visit.day")
    .orderBy("start_minute")
    .orderBy("visit.id")
    .execute();
}

/** Somebody's time at a site, on the wall; what it is in instants follows. */
export interface PersonClaim {
  readonly resourceId: string;
  readonly person: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly day: CalendarDate;
  readonly from: number;
  readonly to: number;
  /** Null where the clock skips all of it. */
  readonly ends: Date | null;
}

/** What people are taken for, by visits and by holds. */
export async function listPersonClaims(
  db: Db,
  clinicId: string,
  { siteIds, from }: Range,
): Promise<readonly PersonClaim[]> {
  if (siteIds.length === 0) return [];
  return db
    .selectFrom("claim")
    .innerJoin("resource", (join) =>
      join.onRef("resource.clinic_id", "=", "claim.clinic_id").onRef("resource.id", "=", "claim.resource_id"),
    )
    .innerJoin("site", (join) =>
      join.onRef("site.clinic_id", "=", "claim.clinic_id").onRef("site.id", "=", "claim.site_id"),
    )
    .select(["resource_id as resourceId", "resource.name as person", "claim.site_id as siteId"])
    .select(["site.name as siteName", "claim.day"])
    .select([sql<number>`lower(during)`.as("from"), sql<number>`upper(during)`.as("to")])
    .select(sql<Date | null>`upper(instants)`.as("ends"))
    .where("claim.clinic_id", "=", clinicId)
    .where("resource.kind", "=", "practitioner")
    .where("claim.site_id", "in", siteIds)
    .where("claim.day", ">=", from)
    .execute();
}

/** A claim with what it is in instants on the new clock. */
export type RezonedClaim = PersonClaim & { readonly instants: string | null };

export interface TwoPlaces {
  readonly person: string;
  readonly here: { readonly siteName: string; readonly day: CalendarDate; readonly minute: number };
  readonly there: { readonly siteName: string; readonly day: CalendarDate; readonly minute: number };
}

/** Where somebody would be at two sites at one moment, once the claims stand on their new clock and other sites' stay. */
export async function listTwoPlaces(
  db: Db,
  clinicId: string,
  { claims, keepingIds, now }: { claims: readonly RezonedClaim[]; keepingIds: readonly string[]; now: Date },
): Promise<readonly TwoPlaces[]> {
  const known = claims.filter(({ instants }) => instants !== null);
  if (known.length === 0 || keepingIds.length === 0) return [];
  const { rows } = await sql<{ index: number; siteName: string; day: CalendarDate; minute: number }>`
    select moved.index, site.name as "siteName", other.day, lower(other.during) as minute
    from unnest(${known.map(({ resourceId }) => resourceId)}::uuid[], ${known.map(({ instants }) => instants)}::tstzrange[])
        with ordinality as moved (resource_id, instants, index)
      join claim as other on other.clinic_id = ${clinicId} and other.resource_id = moved.resource_id
        and other.site_id = any(${keepingIds}::uuid[]) and other.instants && moved.instants
      join site on site.clinic_id = other.clinic_id and site.id = other.site_id
      left join hold on hold.clinic_id = other.clinic_id and hold.id = other.hold_id
    where hold.id is null or hold.expires_at > ${now}
    order by moved.index`.execute(db);
  return rows.flatMap(({ index, ...there }) => {
    const claim = known[Number(index) - 1];
    if (!claim) return [];
    const here = { siteName: claim.siteName, day: claim.day, minute: claim.from };
    return [{ person: claim.person, here, there }];
  });
}

/** Visits and holds that stand are written on the new clock, wall times as they were. */
export async function rezone(
  db: Db,
  clinicId: string,
  change: {
    readonly siteIds: readonly string[];
    readonly timeZone: string;
    readonly visits: readonly { readonly id: string; readonly is: Date }[];
    readonly claims: readonly RezonedClaim[];
    readonly now: Date;
  },
): Promise<void> {
  const { siteIds, timeZone, visits, claims, now } = change;
  await db
    .updateTable("site")
    .set({ time_zone: timeZone, version: sql<number>`version + 1` })
    .where("clinic_id", "=", clinicId)
    .where("id", "in", siteIds)
    .execute();
  await sql`
    update visit set time_zone = ${timeZone}, starts_at = moved.starts_at
    from unnest(${visits.map(({ id }) => id)}::uuid[], ${visits.map(({ is }) => is)}::timestamptz[]) as moved (id, starts_at)
    where visit.clinic_id = ${clinicId} and visit.id = moved.id`.execute(db);
  await db
    .updateTable("hold")
    .set({ time_zone: timeZone })
    .where("clinic_id", "=", clinicId)
    .where("site_id", "in", siteIds)
    .where("ended_at", "is", null)
    .where("expires_at", ">", now)
    .execute();
  await rezoneClaims(db, clinicId, claims, now);
}

/** All are emptied first, so that two which trade places do not stand in each other's way. */
async function rezoneClaims(db: Db, clinicId: string, claims: readonly RezonedClaim[], now: Date): Promise<void> {
  await db
    .deleteFrom("claim")
    .using("hold")
    .whereRef("hold.clinic_id", "=", "claim.clinic_id")
    .whereRef("hold.id", "=", "claim.hold_id")
    .where("claim.clinic_id", "=", clinicId)
    .where("hold.expires_at", "<=", now)
    .execute();
  const write = (instants: readonly (string | null)[]) =>
    sql`
      update claim set instants = moved.instants
      from unnest(${claims.map(({ resourceId }) => resourceId)}::uuid[], ${claims.map(({ siteId }) => siteId)}::uuid[],
        ${claims.map(({ day }) => day)}::date[], ${claims.map(({ from, to }) => `[${from},${to})`)}::int4range[],
        ${instants}::tstzrange[]) as moved (resource_id, site_id, day, during, instants)
      where claim.clinic_id = ${clinicId} and claim.resource_id = moved.resource_id and claim.site_id = moved.site_id
        and claim.day = moved.day and claim.during = moved.during`.execute(db);
  await write(claims.map(() => null));
  await write(claims.map(({ instants }) => instants));
}
