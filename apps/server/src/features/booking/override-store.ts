import type { BookingOverridesView, CourseOverride } from "@fibril/contract";
import { type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";
import { sql } from "kysely";
import type { Caller } from "../../platform/auth/caller.ts";
import type { Db } from "../../tables/index.ts";
import { type BrokenRule, mayOverride, reasonFor } from "./override.ts";

const mostRows = 500;

interface Overridden {
  readonly visitId: string;
  readonly patientId: string;
  readonly broken: readonly BrokenRule[];
  readonly override: CourseOverride | undefined;
}

/** Keeps who went past which rules for a visit, and why. @throws Error for somebody who may not, or without a reason. */
export async function insertOverrides(
  db: Db,
  { visitId, patientId, broken, override }: Overridden,
  { caller, now, newId }: { readonly caller: Caller; readonly now: Date; readonly newId: () => string },
): Promise<void> {
  if (broken.length === 0) return;
  if (!mayOverride(caller)) throw new Error(`a ${caller.role} went past a rule`);
  const rows = broken.map((went) => ({
    clinic_id: caller.clinicId,
    id: newId(),
    visit_id: visitId,
    patient_id: patientId,
    rule: went.rule,
    said: went.said,
    reason: reasonOf(went),
    account_id: caller.accountId,
    by_name: caller.name,
    role: caller.role,
    at: now,
  }));
  await db.insertInto("booking_override").values(rows).execute();

  function reasonOf(went: BrokenRule): string {
    const reason = reasonFor(override, went);
    if (reason === null) throw new Error(`went past ${went.rule} without a reason`);
    return reason;
  }
}

/** The bookings outside a rule between two days of the clinic, the latest first. */
export async function listOverrides(
  db: Db,
  clinicId: string,
  { from, to, timeZone }: { readonly from?: CalendarDate; readonly to?: CalendarDate; readonly timeZone: string },
): Promise<BookingOverridesView["overrides"]> {
  const day = sql<string>`(booking_override.at at time zone ${timeZone})::date`;
  let query = db
    .selectFrom("booking_override")
    .innerJoin("visit", (join) =>
      join
        .onRef("visit.clinic_id", "=", "booking_override.clinic_id")
        .onRef("visit.id", "=", "booking_override.visit_id"),
    )
    .innerJoin("patient", (join) =>
      join
        .onRef("patient.clinic_id", "=", "booking_override.clinic_id")
        .onRef("patient.id", "=", "booking_override.patient_id"),
    )
    .selectAll("booking_override")
    .select([
      "visit.kind",
      "visit.ordinal",
      "visit.day",
      "visit.start_minute",
      "patient.given_name",
      "patient.family_name",
    ])
    .where("booking_override.clinic_id", "=", clinicId);
  if (from) query = query.where(day, ">=", from);
  if (to) query = query.where(day, "<=", to);
  const rows = await query
    .orderBy("booking_override.at", "desc")
    .orderBy("booking_override.id")
    .limit(mostRows)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: row.by_name,
    role: row.role,
    rule: row.rule,
    said: row.said,
    reason: row.reason,
    visitId: row.visit_id,
    patientId: row.patient_id,
    patientName: `${row.given_name} ${row.family_name}`,
    kind: row.kind,
    ordinal: row.ordinal,
    day: row.day,
    start: formatMinuteOfDay(row.start_minute),
  }));
}
