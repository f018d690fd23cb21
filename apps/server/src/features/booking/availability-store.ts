import { addDays, type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";
import { sql } from "kysely";
import { skippedTimes, type WallTime, wallTimesOf } from "../../platform/clock/civil-time.ts";
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
  /** The bookings of these days alone; left out for all between the two. */
  readonly days?: readonly CalendarDate[];
  /** The bookings of these alone; left out for everybody's and everything's. */
  readonly resourceIds?: readonly string[];
}

/** What a resource is taken for, in minutes of wall time `[from, to)`. */
export interface Claimed {
  readonly resource: string;
  readonly day: CalendarDate;
  readonly from: number;
  readonly to: number;
}

/** What is open, rostered and free at a site; a device whose service is overdue is out from the day after it was due. */
export async function loadAvailability(db: Db, clinicId: string, range: SiteRange): Promise<SiteAvailability | null> {
  const standing = await loadStanding(db, clinicId, range);
  if (standing === null) return null;
  const skipped = skippedClaims(standing);
  const claims = groupByResource([...(await listClaims(db, clinicId, range)), ...skipped]);
  const withBusy = <Resource extends SiteAvailability["rooms" | "practitioners"][number]>(resource: Resource) => ({
    ...resource,
    busy: (claims.get(resource.id) ?? []).map(
      ({ day, from, to }): Busy => [day, formatMinuteOfDay(from), formatMinuteOfDay(to)],
    ),
  });
  return {
    ...standing,
    practitioners: standing.practitioners.map(withBusy),
    rooms: standing.rooms.map(withBusy),
    devices: standing.devices.map(withBusy),
  };
}

/**
 * Every claim of the clinic between two days, of visits and of holds, in the wall time of one site: somebody may have
 * some at another, where the clock shows something else.
 */
export async function listClaims(db: Db, clinicId: string, range: SiteRange): Promise<readonly Claimed[]> {
  const { siteId, from, to, moving = [], days, resourceIds } = range;
  let query = db
    .selectFrom("claim")
    .innerJoin("site", (join) =>
      join.onRef("site.clinic_id", "=", "claim.clinic_id").onRef("site.id", "=", "claim.site_id"),
    )
    .innerJoin("site as asked", (join) =>
      join.onRef("asked.clinic_id", "=", "claim.clinic_id").on("asked.id", "=", siteId),
    )
    .select(["claim.resource_id as resource", "claim.day", "asked.time_zone as timeZone"])
    .select([sql<number>`lower(claim.during)`.as("from"), sql<number>`upper(claim.during)`.as("to")])
    .select(sql<Date | null>`case when ${isElsewhere} then lower(claim.instants) end`.as("begins"))
    .select(sql<Date | null>`case when ${isElsewhere} then upper(claim.instants) end`.as("ends"))
    .where("claim.clinic_id", "=", clinicId)
    .where("claim.day", ">=", addDays(from, -1))
    .where("claim.day", "<=", addDays(to, 1))
    .where(({ and, eb, or }) =>
      or([
        and([
          eb("claim.day", ">=", from),
          eb("claim.day", "<=", to),
          ...(days ? [eb("claim.day", "in", days)] : []),
          sql<boolean>`not (${isElsewhere})`,
        ]),
        and([
          sql<boolean>`${isElsewhere} and claim.instants is not null`,
          ...(days ? [eb("claim.day", "in", daysAround(days))] : []),
        ]),
      ]),
    );
  if (resourceIds) query = query.where("claim.resource_id", "in", resourceIds);
  if (moving.length > 0) {
    query = query.where(({ eb, or }) => or([eb("claim.visit_id", "is", null), eb("claim.visit_id", "not in", moving)]));
  }
  const isAsked = (day: CalendarDate) => from <= day && day <= to && (days?.includes(day) ?? true);
  return (await query.execute()).flatMap(({ begins, ends, timeZone, ...claimed }) =>
    begins && ends
      ? wallTimesOf({ begins, ends }, timeZone)
          .filter(({ day }) => isAsked(day))
          .map((time) => ({ resource: claimed.resource, ...time }))
      : [claimed],
  );
}

/** The asked site's clock is another than that of the joined one. */
export const isElsewhere = sql`site.time_zone <> asked.time_zone`;

function daysAround(days: readonly CalendarDate[]): readonly CalendarDate[] {
  return [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))];
}

/** The minutes that the site's clock skips when it goes forward are nobody's: a visit over them would be cut short. */
export function skippedClaims(site: SiteAvailability, days: readonly CalendarDate[] | null = null): readonly Claimed[] {
  const resources = [...site.practitioners, ...site.rooms, ...site.devices];
  return skippedOf(site)
    .filter(({ day }) => days?.includes(day) ?? true)
    .flatMap((time) => resources.map(({ id }) => ({ resource: id, ...time })));
}

/** Whether a part of this time does not exist on that day, because the site's clock goes forward over it. */
export function isSkipped(site: SiteAvailability, time: WallTime): boolean {
  return skippedOf(site).some(({ day, from, to }) => day === time.day && from < time.to && time.from < to);
}

const mostRanges = 500;
const knownSkips = new Map<string, readonly WallTime[]>();

function skippedOf({ timeZone, from, to }: SiteAvailability): readonly WallTime[] {
  const key = `${timeZone} ${from} ${to}`;
  const skipped = knownSkips.get(key) ?? skippedTimes(timeZone, { from, to });
  if (knownSkips.size >= mostRanges) knownSkips.clear();
  knownSkips.set(key, skipped);
  return skipped;
}

/** A site as it would be without a booking. */
export async function loadStanding(
  db: Db,
  clinicId: string,
  range: Pick<SiteRange, "siteId" | "from" | "to">,
): Promise<SiteAvailability | null> {
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
  const away = (id: string): DayRange[] =>
    absences.filter(({ resource_id }) => resource_id === id).map(({ from_day, to_day }) => [from_day, to_day]);
  const here = resources.filter((resource) => resource.siteId === siteId);
  return {
    timeZone: site.time_zone,
    from,
    to,
    opening: await loadOpening(db, clinicId, range),
    practitioners: await loadPractitioners(db, clinicId, { siteId, resources, away }),
    rooms: here
      .filter(({ kind }) => kind === "room")
      .map(({ id, kinds, endedOn }) => ({ id, kinds, outages: [...away(id), ...after(endedOn)], busy: [] })),
    devices: here
      .filter(({ kind }) => kind === "device")
      .map(({ id, kinds, serviceDueOn, calibrationDueOn, endedOn }) => ({
        id,
        kinds,
        outages: [...away(id), ...[serviceDueOn, calibrationDueOn, endedOn].flatMap(after)],
        busy: [],
      })),
  };
}

function groupByResource(claims: readonly Claimed[]): ReadonlyMap<string, readonly Claimed[]> {
  const groups = new Map<string, Claimed[]>();
  for (const claim of claims) {
    const group = groups.get(claim.resource);
    if (group) group.push(claim);
    else groups.set(claim.resource, [claim]);
  }
  return groups;
}

const endOfTime = "9999-12-31" as CalendarDate;

/** Out for good once its service or calibration is overdue, or its last day is over. */
function after(lastDay: string | null): DayRange[] {
  return lastDay === null ? [] : [[addDays(lastDay as CalendarDate, 1), endOfTime]];
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
  }: {
    siteId: string;
    resources: Awaited<ReturnType<typeof listResources>>;
    away: (id: string) => DayRange[];
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
      busy: [],
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
