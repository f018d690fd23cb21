import { type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";
import type { Db } from "../tables/index.ts";

export interface NextVisit {
  readonly day: CalendarDate;
  readonly start: string;
  readonly kind: "consultation" | "session" | "review";
  readonly ordinal: number | null;
  readonly siteName: string;
}

/** For each of these patients who has one: the next visit that is still to come, one of today among them. */
export async function nextVisitsOf(
  db: Db,
  clinicId: string,
  { patientIds, today }: { readonly patientIds: readonly string[]; readonly today: CalendarDate },
): Promise<ReadonlyMap<string, NextVisit>> {
  if (patientIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("visit")
    .innerJoin("site", (join) =>
      join.onRef("site.clinic_id", "=", "visit.clinic_id").onRef("site.id", "=", "visit.site_id"),
    )
    .distinctOn("visit.patient_id")
    .select([
      "visit.patient_id",
      "visit.day",
      "visit.start_minute",
      "visit.kind",
      "visit.ordinal",
      "site.name as site_name",
    ])
    .where("visit.clinic_id", "=", clinicId)
    .where("visit.patient_id", "in", patientIds)
    .where("visit.day", ">=", today)
    .where("visit.state", "in", ["booked", "late", "arrived", "in-room"])
    .orderBy("visit.patient_id")
    .orderBy("visit.day")
    .orderBy("visit.start_minute")
    .execute();
  return new Map(
    rows.map((row) => [
      row.patient_id,
      {
        day: row.day,
        start: formatMinuteOfDay(row.start_minute),
        kind: row.kind,
        ordinal: row.ordinal,
        siteName: row.site_name,
      },
    ]),
  );
}
