import { addDays, type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";
import { sql } from "kysely";
import { civilDay } from "../../platform/clock/civil-time.ts";
import type { Db } from "../../tables/index.ts";

export interface VisitToRemind {
  readonly id: string;
  readonly patientId: string;
  readonly kind: "consultation" | "session" | "review";
  readonly ordinal: number | null;
  readonly day: CalendarDate;
  readonly start: string;
  readonly practitionerName: string;
  readonly site: { readonly name: string; readonly address: string };
}

interface Within {
  readonly now: Date;
  /** How long before its start a visit is reminded of. */
  readonly hoursBefore: number;
  /** Whoever was told its time later than this before its start is not reminded. */
  readonly toldHoursBefore: number;
}

/** The key under which a reminder is sent once; a visit that has moved since is another one to be reminded of. */
export function reminderKey({ id, day, start }: Pick<VisitToRemind, "id" | "day" | "start">, index: number): string {
  return `reminder ${id} ${day} ${start} ${index}`;
}

/** Booked visits that begin soon, were agreed some time ago, and have not been reminded of at this time of theirs. */
export async function listToRemind(
  db: Db,
  clinicId: string,
  { now, hoursBefore, toldHoursBefore }: Within,
): Promise<readonly VisitToRemind[]> {
  const today = civilDay(now, "UTC");
  const rows = await db
    .selectFrom("visit")
    .innerJoin("site", (join) =>
      join.onRef("site.clinic_id", "=", "visit.clinic_id").onRef("site.id", "=", "visit.site_id"),
    )
    .innerJoin("resource", (join) =>
      join.onRef("resource.clinic_id", "=", "visit.clinic_id").onRef("resource.id", "=", "visit.practitioner_id"),
    )
    .select([
      "visit.id",
      "visit.patient_id",
      "visit.kind",
      "visit.ordinal",
      "visit.day",
      "visit.start_minute",
      "resource.name as practitioner_name",
      "site.name as site_name",
      "site.address as site_address",
    ])
    .where("visit.clinic_id", "=", clinicId)
    .where("visit.state", "=", "booked")
    // No clock is a day away from this one: the days lead to the few visits that the instants choose among.
    .where("visit.day", ">=", addDays(today, -1))
    .where("visit.day", "<=", addDays(today, Math.ceil(hoursBefore / 24) + 1))
    .where("visit.starts_at", ">", now)
    .where("visit.starts_at", "<=", new Date(now.getTime() + hoursBefore * 3_600_000))
    .where(
      sql<boolean>`coalesce((select max(at) from visit_event as event
        where event.clinic_id = visit.clinic_id and event.visit_id = visit.id and event.state = 'booked'), visit.booked_at)
        <= visit.starts_at - make_interval(hours => ${toldHoursBefore}::int)`,
    )
    .orderBy("visit.starts_at")
    .orderBy("visit.id")
    .execute();
  const visits = rows.map((row) => ({
    id: row.id,
    patientId: row.patient_id,
    kind: row.kind,
    ordinal: row.ordinal,
    day: row.day,
    start: formatMinuteOfDay(row.start_minute),
    practitionerName: row.practitioner_name,
    site: { name: row.site_name, address: row.site_address },
  }));
  if (visits.length === 0) return [];
  const keys = visits.map((visit) => reminderKey(visit, 0));
  const sent = await db
    .selectFrom("message")
    .select("dedupe_key")
    .where("clinic_id", "=", clinicId)
    .where("dedupe_key", "in", keys)
    .execute();
  const known = new Set(sent.map(({ dedupe_key }) => dedupe_key));
  return visits.filter((_, index) => !known.has(keys[index] ?? ""));
}
