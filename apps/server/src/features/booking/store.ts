import type { CalendarView } from "@fibril/contract";
import { addDays, type CalendarDate, formatMinuteOfDay, weekdayOf } from "@fibril/kernel";
import { together } from "../../platform/database/together.ts";
import type { Db } from "../../tables/index.ts";
import { listVisits } from "./visit-store.ts";

/** Some days of one site: opening, visits, and who or what is away. Null for a site of another clinic. */
export async function loadCalendar(
  db: Db,
  clinicId: string,
  { siteId, from, days }: { readonly siteId: string; readonly from: CalendarDate; readonly days: number },
): Promise<CalendarView | null> {
  const to = addDays(from, days - 1);
  const atSite = { clinicId, siteId } as const;
  const [site, visits, hours, closures, absences] = await together(
    db.selectFrom("site").select("id").where("clinic_id", "=", clinicId).where("id", "=", siteId).executeTakeFirst(),
    listVisits(db, clinicId, { siteId, from, to }),
    openingHours(db, atSite),
    closuresBetween(db, { ...atSite, from, to }),
    db
      .selectFrom("absence")
      .selectAll()
      .where("clinic_id", "=", clinicId)
      .where("from_day", "<=", to)
      .where("to_day", ">=", from)
      .execute(),
  );
  if (!site) return null;
  return {
    siteId,
    from,
    days: Array.from({ length: days }, (_, index) => {
      const day = addDays(from, index);
      return {
        day,
        closed: closures.find((closure) => closure.day === day)?.reason ?? null,
        opening: hours
          .filter(({ weekday }) => weekday === weekdayOf(day))
          .map((hour): [string, string] => [formatMinuteOfDay(hour.from_minute), formatMinuteOfDay(hour.to_minute)]),
        visits: visits.filter((visit) => visit.day === day),
        away: absences
          .filter(({ from_day, to_day }) => from_day <= day && day <= to_day)
          .map(({ resource_id, reason }) => ({ resourceId: resource_id, reason })),
      };
    }),
  };
}

function openingHours(db: Db, { clinicId, siteId }: { readonly clinicId: string; readonly siteId: string }) {
  return db
    .selectFrom("site_opening")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("site_id", "=", siteId)
    .orderBy("from_minute")
    .execute();
}

function closuresBetween(
  db: Db,
  {
    clinicId,
    siteId,
    from,
    to,
  }: { readonly clinicId: string; readonly siteId: string; readonly from: CalendarDate; readonly to: CalendarDate },
) {
  return db
    .selectFrom("site_closure")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("site_id", "=", siteId)
    .where("day", ">=", from)
    .where("day", "<=", to)
    .execute();
}

export async function findSite(db: Db, clinicId: string, siteId: string) {
  return db
    .selectFrom("site")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", siteId)
    .executeTakeFirst();
}

export async function insertClosure(
  db: Db,
  clinicId: string,
  closure: { siteId: string; day: CalendarDate; reason: string },
) {
  await db
    .insertInto("site_closure")
    .values({ clinic_id: clinicId, site_id: closure.siteId, day: closure.day, reason: closure.reason })
    .onConflict((conflict) => conflict.columns(["clinic_id", "site_id", "day"]).doUpdateSet({ reason: closure.reason }))
    .execute();
}

export async function insertAbsence(
  db: Db,
  clinicId: string,
  absence: { id: string; resourceId: string; fromDay: CalendarDate; toDay: CalendarDate; reason: string },
) {
  await db
    .insertInto("absence")
    .values({
      clinic_id: clinicId,
      id: absence.id,
      resource_id: absence.resourceId,
      from_day: absence.fromDay,
      to_day: absence.toDay,
      reason: absence.reason,
    })
    .execute();
}
