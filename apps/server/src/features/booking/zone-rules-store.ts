import type { CalendarDate } from "@fibril/kernel";
import { sql } from "kysely";
import { instantOf } from "../../platform/clock/civil-time.ts";
import type { Db } from "../../tables/index.ts";
import { instantsOf } from "./claim-store.ts";

/** A visit that the clock of its zone moved: its wall time is as it was, its instant is another. */
export interface ShiftedVisit {
  readonly visitId: string;
  readonly patientId: string;
  readonly state: "booked" | "late";
  readonly day: CalendarDate;
  readonly startMinute: number;
  readonly timeZone: string;
  readonly was: Date;
  readonly is: Date;
  /** The practitioner is at another site at that moment now. */
  readonly clashes: boolean;
}

/**
 * Derives the instants of standing visits from a day on anew from their wall time, which stays the truth. @returns those
 * that shifted since they were booked, because a zone's rules are others now.
 */
export async function deriveInstantsAgain(
  db: Db,
  clinicId: string,
  from: CalendarDate,
): Promise<readonly ShiftedVisit[]> {
  const standing = await db
    .selectFrom("visit")
    .select(["id", "patient_id", "state", "day", "start_minute", "time_zone", "starts_at"])
    .where("clinic_id", "=", clinicId)
    .where("state", "in", ["booked", "late"])
    .where("day", ">=", from)
    .orderBy("day")
    .orderBy("id")
    .execute();
  const shifted = standing.flatMap(({ id, patient_id, state, day, start_minute, time_zone, starts_at }) => {
    const is = instantOf({ day, minute: start_minute, timeZone: time_zone });
    if (is.getTime() === starts_at.getTime() || (state !== "booked" && state !== "late")) return [];
    const wall = { day, startMinute: start_minute, timeZone: time_zone };
    return [{ visitId: id, patientId: patient_id, state, ...wall, was: starts_at, is }];
  });
  await forgetInstants(
    db,
    clinicId,
    shifted.map(({ visitId }) => visitId),
  );
  const told: ShiftedVisit[] = [];
  for (const visit of shifted) {
    await db
      .updateTable("visit")
      .set({ starts_at: visit.is })
      .where("clinic_id", "=", clinicId)
      .where("id", "=", visit.visitId)
      .execute();
    told.push({ ...visit, clashes: !(await claimInstants(db, clinicId, visit)) });
  }
  return told;
}

/** All first, so that two visits which trade places do not stand in each other's way. */
async function forgetInstants(db: Db, clinicId: string, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  await db
    .updateTable("claim")
    .set({ instants: null })
    .where("clinic_id", "=", clinicId)
    .where("visit_id", "in", visitIds)
    .execute();
}

/** False where somebody would be at two sites at once: then the claim stands by its wall time alone. */
async function claimInstants(
  db: Db,
  clinicId: string,
  { visitId, timeZone }: { readonly visitId: string; readonly timeZone: string },
): Promise<boolean> {
  const own = await db
    .selectFrom("claim")
    .innerJoin("visit", (join) =>
      join
        .onRef("visit.clinic_id", "=", "claim.clinic_id")
        .onRef("visit.id", "=", "claim.visit_id")
        .onRef("visit.practitioner_id", "=", "claim.resource_id"),
    )
    .select(["claim.resource_id", "claim.day"])
    .select([sql<number>`lower(claim.during)`.as("from"), sql<number>`upper(claim.during)`.as("to")])
    .where("claim.clinic_id", "=", clinicId)
    .where("claim.visit_id", "=", visitId)
    .executeTakeFirst();
  const instants = own ? instantsOf(own, timeZone) : null;
  if (!own || instants === null) return true;
  const kept = await db
    .updateTable("claim")
    .set({ instants })
    .where("clinic_id", "=", clinicId)
    .where("visit_id", "=", visitId)
    .where("resource_id", "=", own.resource_id)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom("claim as other")
            .select("other.day")
            .where("other.clinic_id", "=", clinicId)
            .where("other.resource_id", "=", own.resource_id)
            .where(sql<boolean>`other.instants && ${instants}::tstzrange`),
        ),
      ),
    )
    .executeTakeFirst();
  return kept.numUpdatedRows > 0n;
}
