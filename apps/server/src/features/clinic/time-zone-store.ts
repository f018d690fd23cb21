import type { Db } from "../../tables/index.ts";

/** One change of the clinic follows the other. */
export async function lockTimeZone(db: Db, clinicId: string): Promise<string> {
  const row = await db
    .selectFrom("clinic")
    .select("time_zone")
    .where("clinic_id", "=", clinicId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.time_zone;
}

export async function updateTimeZone(db: Db, clinicId: string, timeZone: string): Promise<void> {
  await db.updateTable("clinic").set({ time_zone: timeZone }).where("clinic_id", "=", clinicId).execute();
}
