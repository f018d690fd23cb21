import type { Db } from "../tables/index.ts";

/** The number that patients call; empty where the clinic gave none. */
export async function readClinicPhone(db: Db, clinicId: string): Promise<string> {
  const row = await db.selectFrom("clinic").select("phone").where("clinic_id", "=", clinicId).executeTakeFirst();
  return row?.phone ?? "";
}
