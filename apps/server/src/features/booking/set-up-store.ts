import type { ClinicSetUpView, ResourceView, SiteView } from "@fibril/contract";
import { formatMinuteOfDay, type Weekday } from "@fibril/kernel";
import type { Selectable } from "kysely";
import type { ServiceRow } from "../../tables/booking.ts";
import type { Db } from "../../tables/index.ts";

export type Service = Selectable<ServiceRow>;

export async function readSetUp(db: Db, clinicId: string): Promise<ClinicSetUpView> {
  const services = await listServices(db, clinicId);
  return {
    sites: await listSites(db, clinicId),
    resources: await listResources(db, clinicId),
    services: services.map(({ id, kind, name, prep_minutes, treatment_minutes }) => ({
      id,
      kind,
      name,
      minutes: prep_minutes + treatment_minutes,
    })),
  };
}

export async function listServices(db: Db, clinicId: string): Promise<readonly Service[]> {
  return db.selectFrom("service").selectAll().where("clinic_id", "=", clinicId).orderBy("name").execute();
}

export async function findService(db: Db, clinicId: string, kind: Service["kind"]): Promise<Service> {
  return db
    .selectFrom("service")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("kind", "=", kind)
    .orderBy("id")
    .executeTakeFirstOrThrow();
}

export async function listSites(db: Db, clinicId: string): Promise<SiteView[]> {
  const sites = await db.selectFrom("site").selectAll().where("clinic_id", "=", clinicId).orderBy("name").execute();
  const hours = await db
    .selectFrom("site_opening")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .orderBy("from_minute")
    .execute();
  return sites.map((site) => ({
    id: site.id,
    name: site.name,
    timeZone: site.time_zone,
    opening: weekly(hours.filter((hour) => hour.site_id === site.id)),
  }));
}

export function weekly(
  rows: readonly { readonly weekday: Weekday; readonly from_minute: number; readonly to_minute: number }[],
): SiteView["opening"] {
  const week = {} as SiteView["opening"];
  for (const { weekday, from_minute, to_minute } of rows) {
    week[weekday] ??= [];
    week[weekday].push([formatMinuteOfDay(from_minute), formatMinuteOfDay(to_minute)]);
  }
  return week;
}

/** Rooms and devices that have ended too: what was booked in them keeps their name. */
export async function listResources(db: Db, clinicId: string): Promise<ResourceView[]> {
  const rows = await db
    .selectFrom("resource")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where(({ eb, or }) => or([eb("kind", "!=", "practitioner"), eb("ended_on", "is", null)]))
    .orderBy("kind")
    .orderBy("name")
    .execute();
  const held = await db
    .selectFrom("qualification")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .orderBy("name")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    siteId: row.site_id,
    staffId: row.staff_id,
    kinds: [...row.kinds],
    serviceDueOn: row.service_due_on,
    calibrationDueOn: row.calibration_due_on,
    endedOn: row.ended_on,
    qualifications: held
      .filter(({ resource_id }) => resource_id === row.id)
      .map(({ name, valid_from, valid_to }) => ({ name, validFrom: valid_from, validTo: valid_to })),
    version: row.version,
  }));
}
