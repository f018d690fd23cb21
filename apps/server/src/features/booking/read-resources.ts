import type { HoursView, ResourceSetUpView, ResourcesView, SiteSetUpView } from "@fibril/contract";
import { type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";
import type { Db } from "../../tables/index.ts";
import { listOutOfPlace } from "./out-of-place-store.ts";
import { listResources, listServices } from "./set-up-store.ts";

/** Everything that the clinic's calendar is made of, and the booked visits that do not fit it. */
export async function viewOfResources(db: Db, clinicId: string, today: CalendarDate): Promise<ResourcesView> {
  const sites = await listSiteSetUps(db, clinicId, today);
  const services = await listServices(db, clinicId);
  return {
    sites,
    resources: await listResourceSetUps(db, clinicId, today),
    services: services.map((service) => ({
      id: service.id,
      kind: service.kind,
      name: service.name,
      prepMinutes: service.prep_minutes,
      treatmentMinutes: service.treatment_minutes,
      notesMinutes: service.notes_minutes,
      roomTurnoverMinutes: service.room_turnover_minutes,
      deviceCleaningMinutes: service.device_cleaning_minutes,
      qualification: service.qualification,
      prepRoomKind: service.prep_room_kind,
      treatmentRoomKind: service.treatment_room_kind,
      deviceKind: service.device_kind,
      version: service.version,
    })),
    unlisted: await listUnlisted(db, clinicId),
    outOfPlace: await listOutOfPlace(db, clinicId, { from: today, siteIds: sites.map(({ id }) => id) }),
  };
}

async function listSiteSetUps(db: Db, clinicId: string, today: CalendarDate): Promise<SiteSetUpView[]> {
  const sites = await db.selectFrom("site").selectAll().where("clinic_id", "=", clinicId).orderBy("name").execute();
  const hours = await db
    .selectFrom("site_opening")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .orderBy("from_minute")
    .execute();
  const closures = await db
    .selectFrom("site_closure")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("day", ">=", today)
    .orderBy("day")
    .execute();
  return sites.map((site) => ({
    id: site.id,
    name: site.name,
    timeZone: site.time_zone,
    address: site.address,
    hours: hours.filter(({ site_id }) => site_id === site.id).map(hoursView),
    closures: closures.filter(({ site_id }) => site_id === site.id).map(({ day, reason }) => ({ day, reason })),
    version: site.version,
  }));
}

async function listResourceSetUps(db: Db, clinicId: string, today: CalendarDate): Promise<ResourceSetUpView[]> {
  const resources = await listResources(db, clinicId);
  const rosters = await db
    .selectFrom("roster")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .orderBy("from_minute")
    .execute();
  const absences = await db
    .selectFrom("absence")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("to_day", ">=", today)
    .orderBy("from_day")
    .execute();
  return resources.map((resource) => ({
    ...resource,
    overdue: [
      ...(isBefore(resource.serviceDueOn, today) ? (["service"] as const) : []),
      ...(isBefore(resource.calibrationDueOn, today) ? (["calibration"] as const) : []),
    ],
    roster: rosters
      .filter(({ resource_id }) => resource_id === resource.id)
      .map((row) => ({ ...hoursView(row), siteId: row.site_id })),
    absences: absences
      .filter(({ resource_id }) => resource_id === resource.id)
      .map(({ id, from_day, to_day, reason }) => ({ id, fromDay: from_day, toDay: to_day, reason })),
  }));
}

function isBefore(dueOn: string | null, today: CalendarDate): boolean {
  return dueOn !== null && dueOn < today;
}

function hoursView(row: {
  readonly weekday: HoursView["weekday"];
  readonly from_minute: number;
  readonly to_minute: number;
}): HoursView {
  return { weekday: row.weekday, from: formatMinuteOfDay(row.from_minute), to: formatMinuteOfDay(row.to_minute) };
}

async function listUnlisted(db: Db, clinicId: string) {
  const rows = await db
    .selectFrom("staff")
    .leftJoin("resource", (join) =>
      join
        .onRef("resource.clinic_id", "=", "staff.clinic_id")
        .onRef("resource.staff_id", "=", "staff.id")
        .on("resource.ended_on", "is", null),
    )
    .select(["staff.id", "staff.name"])
    .where("staff.clinic_id", "=", clinicId)
    .where("staff.role", "=", "practitioner")
    .where("staff.ended_at", "is", null)
    .where("resource.id", "is", null)
    .orderBy("staff.name")
    .execute();
  return rows.map(({ id, name }) => ({ staffId: id, name }));
}
