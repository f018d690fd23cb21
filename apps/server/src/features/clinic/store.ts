import { sql } from "kysely";
import type { Db } from "../../tables/index.ts";

export interface NewClinic {
  readonly clinicId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly phone: string;
  readonly email: string;
  readonly emergencyText: string;
}

/** At the gate. */
export async function insertClinic(db: Db, clinic: NewClinic, now: Date): Promise<void> {
  await db
    .insertInto("clinic")
    .values({
      clinic_id: clinic.clinicId,
      name: clinic.name,
      time_zone: clinic.timeZone,
      phone: clinic.phone,
      email: clinic.email,
      emergency_text: clinic.emergencyText,
      created_at: now,
    })
    .execute();
}

/** At the gate: whether anybody works here yet. */
export async function hasClinic(db: Db): Promise<boolean> {
  return (await db.selectFrom("clinic").select("clinic_id").limit(1).executeTakeFirst()) !== undefined;
}

export async function moveDemoClock(db: Db, offsetSeconds: number): Promise<void> {
  await db.updateTable("installation").set({ clock_offset_seconds: offsetSeconds }).execute();
}

/** Nobody is signed out by a clock that was moved: the time that passed was not theirs. */
export async function carrySignIns(db: Db, seconds: number): Promise<void> {
  await db
    .updateTable("sign_in")
    .set({
      last_seen_at: sql<Date>`last_seen_at + make_interval(secs => ${seconds})`,
      expires_at: sql<Date>`expires_at + make_interval(secs => ${seconds})`,
    })
    .execute();
}

export async function readDemoClock(db: Db): Promise<{ readonly demo: boolean; readonly offsetSeconds: number }> {
  const row = await db.selectFrom("installation").selectAll().executeTakeFirstOrThrow();
  return { demo: row.demo, offsetSeconds: row.demo ? row.clock_offset_seconds : 0 };
}
