import { addDays, type CalendarDate } from "@fibril/kernel";
import { sql } from "kysely";
import type { Db } from "../../tables/index.ts";
import { isElsewhere, type SiteRange } from "./availability-store.ts";

/** What a copy of the calendar must have the same of to be up to date. */
export interface CalendarVersion {
  /** Of hours, people, rooms, devices and services. */
  readonly setUp: number;
  /** Of the bookings between two days, summed: each only ever grows. */
  readonly days: number;
  /** The asking transaction, where some of that is its own doing and may yet be undone; else null. */
  readonly ownTransaction: string | null;
}

type DayRangeOnly = Pick<SiteRange, "siteId" | "from" | "to">;

export async function calendarVersion(db: Db, clinicId: string, range: DayRangeOnly): Promise<CalendarVersion> {
  const { rows } = await sql<CalendarVersion>`
    with calendar as (
      select version as set_up, null::bigint as day, xmin as writer from clinic_calendar where clinic_id = ${clinicId}
      union all
      select null, version, writer from (${versionsByDay(clinicId, range)}) as known
    )
    select coalesce(max(set_up), 0) as "setUp", coalesce(sum(day), 0) as days,
      (array_agg(writer::text) filter (where writer = pg_current_xact_id_if_assigned()::xid))[1] as "ownTransaction"
    from calendar
  `.execute(db);
  const [version] = rows;
  if (!version) throw new Error("no version was answered");
  return version;
}

/** The version of each day, summed over the clinic's sites, because a person may work at two; days without one are 0. */
export async function dayVersions(
  db: Db,
  clinicId: string,
  range: DayRangeOnly,
): Promise<readonly { readonly day: CalendarDate; readonly version: number }[]> {
  const { rows } = await sql<{ readonly day: CalendarDate; readonly version: number }>`
    select day, sum(version) as version from (${versionsByDay(clinicId, range)}) as known group by day
  `.execute(db);
  return rows;
}

/** A day at a site whose clock shows something else can be three days here. */
function versionsByDay(clinicId: string, { siteId, from, to }: DayRangeOnly) {
  return sql`
    select site_day.day + step as day, site_day.version, site_day.xmin as writer
    from site_day
      join site on site.clinic_id = site_day.clinic_id and site.id = site_day.site_id
      join site as asked on asked.clinic_id = site_day.clinic_id and asked.id = ${siteId}
      cross join lateral unnest(case when ${isElsewhere} then array[-1, 0, 1] else array[0] end) as step
    where site_day.clinic_id = ${clinicId} and site_day.day between ${addDays(from, -1)}::date and ${addDays(to, 1)}::date
      and site_day.day + step between ${from}::date and ${to}::date
  `;
}
