import { addDays, type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";
import type { Db } from "../../tables/index.ts";
import { listResources, type Service, weekly } from "./set-up-store.ts";

type DayRange = [CalendarDate, CalendarDate];
type Busy = [CalendarDate, string, string];

/** One site between two days, in the form that `fibril course search` takes. */
export interface SiteAvailability {
  readonly timeZone: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly opening: { readonly weekly: Record<string, [string, string][]>; readonly closed: CalendarDate[] };
  readonly practitioners: {
    readonly id: string;
    readonly qualifications: {
      readonly name: string;
      readonly validFrom: string | null;
      readonly validTo: string | null;
    }[];
    readonly weekly: Record<string, [string, string][]>;
    readonly leave: DayRange[];
    readonly busy: Busy[];
  }[];
  readonly rooms: {
    readonly id: string;
    readonly kinds: string[];
    readonly outages: DayRange[];
    readonly busy: Busy[];
  }[];
  readonly devices: {
    readonly id: string;
    readonly kinds: string[];
    readonly outages: DayRange[];
    readonly busy: Busy[];
  }[];
}

export interface SiteRange {
  readonly siteId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Visits whose places count as free, because they are to be moved. */
  readonly moving?: readonly string[];
}

/** What is open, rostered and free at a site; a device whose service is overdue is out from the day after it was due. */
export async function loadAvailability(db: Db, clinicId: string, range: SiteRange): Promise<SiteAvailability | null> {
  const { siteId, from, to } = range;
  const site = await db
    .selectFrom("site")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", siteId)
    .executeTakeFirst();
  if (!site) return null;
  const resources = await listResources(db, clinicId);
  const absences = await db
    .selectFrom("absence")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("to_day", ">=", from)
    .execute();
  const claims = await db
    .selectFrom("claim")
    .select(["resource_id", "day", "during", "visit_id"])
    .where("clinic_id", "=", clinicId)
    .where("day", ">=", from)
    .where("day", "<=", to)
    .execute();
  const busyByResource = groupByResource(
    claims.filter(({ visit_id }) => visit_id === null || !range.moving?.includes(visit_id)),
  );
  const away = (id: string): DayRange[] =>
    absences.filter(({ resource_id }) => resource_id === id).map(({ from_day, to_day }) => [from_day, to_day]);
  const busy = (id: string): Busy[] =>
    (busyByResource.get(id) ?? []).map(({ day, during }) => [day, ...readRange(during)]);
  const here = resources.filter((resource) => resource.siteId === siteId);
  return {
    timeZone: site.time_zone,
    from,
    to,
    opening: await loadOpening(db, clinicId, range),
    practitioners: await loadPractitioners(db, clinicId, { siteId, resources, away, busy }),
    rooms: here
      .filter(({ kind }) => kind === "room")
      .map(({ id, kinds }) => ({ id, kinds, outages: away(id), busy: busy(id) })),
    devices: here
      .filter(({ kind }) => kind === "device")
      .map(({ id, kinds, serviceDueOn }) => ({
        id,
        kinds,
        outages: [...away(id), ...overdue(serviceDueOn as CalendarDate | null)],
        busy: busy(id),
      })),
  };
}

/** A number that grows with every booking at a site between two days. */
export async function calendarVersion(db: Db, clinicId: string, { siteId, from, to }: SiteRange): Promise<number> {
  const { version } = await db
    .selectFrom("site_day")
    .select(({ fn }) => fn.sum<number | null>("version").as("version"))
    .where("clinic_id", "=", clinicId)
    .where("site_id", "=", siteId)
    .where("day", ">=", from)
    .where("day", "<=", to)
    .executeTakeFirstOrThrow();
  return version ?? 0;
}

interface Claimed {
  readonly resource_id: string;
  readonly day: CalendarDate;
  readonly during: string;
}

function groupByResource(claims: readonly Claimed[]): ReadonlyMap<string, readonly Claimed[]> {
  const groups = new Map<string, Claimed[]>();
  for (const claim of claims) {
    const group = groups.get(claim.resource_id);
    if (group) group.push(claim);
    else groups.set(claim.resource_id, [claim]);
  }
  return groups;
}

const endOfTime = "9999-12-31" as CalendarDate;

function overdue(serviceDueOn: CalendarDate | null): DayRange[] {
  return serviceDueOn ? [[addDays(serviceDueOn, 1), endOfTime]] : [];
}

/** `[570,615)` as `09:30` and `10:15`. */
function readRange(during: string): [string, string] {
  const [from = "0", to = "0"] = during.slice(1, -1).split(",");
  return [formatMinuteOfDay(Number(from)), formatMinuteOfDay(Number(to))];
}

async function loadOpening(db: Db, clinicId: string, range: { siteId: string; from: CalendarDate; to: CalendarDate }) {
  const hours = await db
    .selectFrom("site_opening")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("site_id", "=", range.siteId)
    .orderBy("from_minute")
    .execute();
  const closures = await db
    .selectFrom("site_closure")
    .select("day")
    .where("clinic_id", "=", clinicId)
    .where("site_id", "=", range.siteId)
    .where("day", ">=", range.from)
    .where("day", "<=", range.to)
    .execute();
  return { weekly: weekly(hours), closed: closures.map(({ day }) => day) };
}

async function loadPractitioners(
  db: Db,
  clinicId: string,
  {
    siteId,
    resources,
    away,
    busy,
  }: {
    siteId: string;
    resources: Awaited<ReturnType<typeof listResources>>;
    away: (id: string) => DayRange[];
    busy: (id: string) => Busy[];
  },
) {
  const rosters = await db
    .selectFrom("roster")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("site_id", "=", siteId)
    .orderBy("from_minute")
    .execute();
  return resources
    .filter(({ kind }) => kind === "practitioner")
    .map(({ id, qualifications }) => ({
      id,
      qualifications,
      weekly: weekly(rosters.filter(({ resource_id }) => resource_id === id)),
      leave: away(id),
      busy: busy(id),
    }));
}

/** A service as the search names its parts. */
export function serviceOf(service: Service) {
  return {
    prepMinutes: service.prep_minutes,
    treatmentMinutes: service.treatment_minutes,
    notesMinutes: service.notes_minutes,
    roomTurnoverMinutes: service.room_turnover_minutes,
    deviceCleaningMinutes: service.device_cleaning_minutes,
    requires: {
      qualification: service.qualification,
      prepRoom: service.prep_room_kind,
      treatmentRoom: service.treatment_room_kind,
      device: service.device_kind ?? "none",
    },
  };
}
