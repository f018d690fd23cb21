import type { Db } from "../../tables/index.ts";

export interface BookingClinic {
  readonly id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly phone: string;
  /** Only the demo's mailbox takes text messages so far. */
  readonly sendsTexts: boolean;
}

/** At the gate: a clinic as a visitor meets it. */
export async function findBookingClinic(db: Db, clinicId: string): Promise<BookingClinic | null> {
  const row = await db
    .selectFrom("clinic")
    .select(["name", "time_zone", "phone"])
    .where("clinic_id", "=", clinicId)
    .executeTakeFirst();
  const { demo } = await db.selectFrom("installation").select("demo").executeTakeFirstOrThrow();
  return row ? { ...row, id: clinicId, sendsTexts: demo } : null;
}

/** At the gate: the clinic of an installation that has one; null where there are none or several. */
export async function findOnlyClinic(db: Db): Promise<string | null> {
  const rows = await db.selectFrom("clinic").select("clinic_id").limit(2).execute();
  return rows.length === 1 ? (rows[0]?.clinic_id ?? null) : null;
}

/** Inside a clinic: its sites with their addresses. */
export async function listBookingSites(db: Db, clinicId: string) {
  const rows = await db
    .selectFrom("site")
    .select(["id", "name", "address", "time_zone"])
    .where("clinic_id", "=", clinicId)
    .orderBy("name")
    .execute();
  return rows.map(({ id, name, address, time_zone }) => ({ id, name, address, timeZone: time_zone }));
}
