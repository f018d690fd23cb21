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

export async function findClinic(db: Db, clinicId: string) {
  return db.selectFrom("clinic").selectAll().where("clinic_id", "=", clinicId).executeTakeFirstOrThrow();
}

/** At the gate: whether anybody works here yet. */
export async function hasClinic(db: Db): Promise<boolean> {
  return (await db.selectFrom("clinic").select("clinic_id").limit(1).executeTakeFirst()) !== undefined;
}

export async function moveDemoClock(db: Db, offsetSeconds: number): Promise<void> {
  await db.updateTable("installation").set({ clock_offset_seconds: offsetSeconds }).execute();
}

export async function readDemoClock(db: Db): Promise<{ readonly demo: boolean; readonly offsetSeconds: number }> {
  const row = await db.selectFrom("installation").selectAll().executeTakeFirstOrThrow();
  return { demo: row.demo, offsetSeconds: row.demo ? row.clock_offset_seconds : 0 };
}
