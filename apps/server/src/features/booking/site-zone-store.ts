import type { Db } from "../../tables/index.ts";

/**
 * The clock on which a site's visits are written down. Whoever writes one has locked its day, and with it the site, so that
 * the zone can't become another one before the end of the transaction.
 */
export async function zoneOfSite(db: Db, clinicId: string, siteId: string): Promise<string> {
  const row = await db
    .selectFrom("site")
    .select("time_zone")
    .where("clinic_id", "=", clinicId)
    .where("id", "=", siteId)
    .executeTakeFirstOrThrow();
  return row.time_zone;
}

export interface SiteZone {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

export async function listSiteZones(db: Db, clinicId: string): Promise<readonly SiteZone[]> {
  return db
    .selectFrom("site")
    .select(["id", "name", "time_zone as timeZone"])
    .where("clinic_id", "=", clinicId)
    .orderBy("name")
    .execute();
}

/** Nobody books at any site of the clinic until the transaction ends; who does so now is waited for. */
export async function lockSites(db: Db, clinicId: string): Promise<void> {
  await db.selectFrom("site").select("id").where("clinic_id", "=", clinicId).orderBy("id").forUpdate().execute();
}

/** Others may book at the site at the same time; its time zone stays until they have. */
export async function shareSite(db: Db, clinicId: string, siteId: string): Promise<void> {
  await db
    .selectFrom("site")
    .select("id")
    .where("clinic_id", "=", clinicId)
    .where("id", "=", siteId)
    .forShare()
    .execute();
}
