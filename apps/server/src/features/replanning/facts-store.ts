import { forGood, type ReplanCause } from "@fibril/contract";
import { addDays, type CalendarDate } from "@fibril/kernel";
import { dayText } from "../../platform/clock/day-text.ts";
import type { Db } from "../../tables/index.ts";

const standing = ["booked", "late"] as const;

export interface VisitFilter {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly siteId?: string;
  readonly days?: readonly CalendarDate[];
  /** Who or what is away: practitioner, either room, or the device. */
  readonly resourceId?: string;
}

/** Visits that are booked and have not begun, with all that planning them anew asks of them. */
export async function listStanding(db: Db, clinicId: string, { from, to, siteId, days, resourceId }: VisitFilter) {
  let query = db
    .selectFrom("visit")
    .innerJoin("service", (join) =>
      join.onRef("service.clinic_id", "=", "visit.clinic_id").onRef("service.id", "=", "visit.service_id"),
    )
    .selectAll("visit")
    .select("service.kind as service_kind")
    .where("visit.clinic_id", "=", clinicId)
    .where("visit.state", "in", standing)
    .where("visit.day", ">=", from)
    .where("visit.day", "<=", to);
  if (siteId) query = query.where("visit.site_id", "=", siteId);
  if (days) query = query.where("visit.day", "in", days);
  if (resourceId) {
    query = query.where(({ eb, or }) =>
      or(
        (["practitioner_id", "prep_room_id", "treatment_room_id", "device_id"] as const).map((column) =>
          eb(`visit.${column}`, "=", resourceId),
        ),
      ),
    );
  }
  return query.orderBy("visit.day").orderBy("visit.start_minute").orderBy("visit.id").execute();
}
export type StandingVisit = Awaited<ReturnType<typeof listStanding>>[number];

/** Every visit of these patients that stands or was, apart from cancelled and missed ones: neighbours and full days. */
export async function listDaysOf(db: Db, clinicId: string, patientIds: readonly string[]) {
  if (patientIds.length === 0) return [];
  return db
    .selectFrom("visit")
    .select(["id", "patient_id", "course_id", "ordinal", "day"])
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "in", patientIds)
    .where("state", "not in", ["cancelled", "no-show"])
    .execute();
}
export type VisitDay = Awaited<ReturnType<typeof listDaysOf>>[number];

export async function listGaps(db: Db, clinicId: string, courseIds: readonly string[]) {
  if (courseIds.length === 0) return [];
  return db
    .selectFrom("course")
    .select(["id", "gap_min_days", "gap_max_days", "gap_target_days"])
    .where("clinic_id", "=", clinicId)
    .where("id", "in", courseIds)
    .execute();
}

export interface KnownCause {
  readonly cause: ReplanCause;
  readonly name: string;
  readonly reason: string;
}

/** What is closed or away from a day on, earliest first; each closed day is a cause of its own. */
export async function listKnownCauses(db: Db, clinicId: string, from: CalendarDate): Promise<readonly KnownCause[]> {
  const closures = await db
    .selectFrom("site_closure")
    .innerJoin("site", (join) =>
      join.onRef("site.clinic_id", "=", "site_closure.clinic_id").onRef("site.id", "=", "site_closure.site_id"),
    )
    .select(["site_closure.site_id", "site_closure.day", "site_closure.reason", "site.name"])
    .where("site_closure.clinic_id", "=", clinicId)
    .where("site_closure.day", ">=", from)
    .orderBy("site_closure.day")
    .execute();
  const absences = await db
    .selectFrom("absence")
    .innerJoin("resource", (join) =>
      join.onRef("resource.clinic_id", "=", "absence.clinic_id").onRef("resource.id", "=", "absence.resource_id"),
    )
    .select(["absence.resource_id", "absence.from_day", "absence.to_day", "absence.reason", "resource.name"])
    .where("absence.clinic_id", "=", clinicId)
    .where("absence.to_day", ">=", from)
    .orderBy("absence.from_day")
    .execute();
  const ended = await db
    .selectFrom("resource")
    .select(["id", "name", "ended_on"])
    .where("clinic_id", "=", clinicId)
    .where("kind", "!=", "practitioner")
    .where("ended_on", "is not", null)
    .orderBy("ended_on")
    .execute();
  return [
    ...closures.map(({ site_id, day, reason, name }) => ({
      cause: { kind: "closure" as const, siteId: site_id, days: [day] },
      name,
      reason,
    })),
    ...absences.map(({ resource_id, from_day, to_day, reason, name }) => ({
      cause: { kind: "absence" as const, resourceId: resource_id, fromDay: from_day, toDay: to_day },
      name,
      reason,
    })),
    ...ended.flatMap(({ id, name, ended_on }) =>
      ended_on === null
        ? []
        : [
            {
              cause: { kind: "absence" as const, resourceId: id, fromDay: addDays(ended_on, 1), toDay: forGood },
              name,
              reason: `Last day ${dayText(ended_on)}`,
            },
          ],
    ),
  ];
}
