import { daysBetween, epochDay, weekdays } from "@fibril/kernel";
import { type Availability, buildAvailability } from "./availability.ts";
import { type ConstraintGroup, constraintGroups, type Refusal } from "./course-answer.ts";
import { courseDays, reachableDays } from "./course-days.ts";
import type { CourseRequest, CourseSearch, SiteCalendar } from "./course-search.ts";
import { type Condition, type DayStarts, dayStarts } from "./day-starts.ts";
import { type DayLift, liftableDays } from "./liftable-days.ts";
import { relaxRequest } from "./relax-request.ts";

/**
 * Why no course exists: the first session that fails, what blocks it and which changes of the request would help.
 * `availability` is that of the search itself.
 */
export function explainRefusal(availability: Availability, search: CourseSearch): Refusal {
  const lifts = siteLifts(availability, search);
  return {
    session: reachOf(search.request, search, lifts.hasStart([])).length,
    blocking: findBlocking(search, lifts),
    relaxations: relaxRequest(availability, search, (request) => exists(request, search, lifts.hasStart([]))),
  };
}

type HasStart = (day: number) => boolean;

interface SiteLifts {
  /** Whether a day has a start when these groups are lifted. */
  readonly hasStart: (groups: readonly ConstraintGroup[]) => HasStart;
}

const dayGroups = ["qualification", "practitioners", "prepRooms", "treatmentRooms", "devices"] as const;

function siteLifts(availability: Availability, search: CourseSearch): SiteLifts {
  const asItIs = liftableDays(availability, dayStarts(availability, search.service).condition);
  let alwaysOpen: ReturnType<typeof liftableDays> | null = null;
  return {
    hasStart(groups) {
      const lifted = dayGroups.filter((group) => groups.includes(group)) as readonly DayLift[];
      if (!groups.includes("opening")) return asItIs(lifted);
      alwaysOpen ??= alwaysOpenDays(search);
      return alwaysOpen(lifted);
    },
  };
}

/** Open 00:00-24:00 every day, rosters too; leave, bookings and outages stay. A class is read when it is asked about. */
function alwaysOpenDays(search: CourseSearch): ReturnType<typeof liftableDays> {
  const weekly = Object.fromEntries(weekdays.map((weekday) => [weekday, [[0, 24 * 60] as const]]));
  const nobody = { ...search, opening: { weekly, closed: [] }, practitioners: [], rooms: [], devices: [] };
  const practitioners = () => search.practitioners.map((practitioner) => ({ ...practitioner, weekly }));
  const clinic = buildAvailability(nobody);
  const startsOf = {
    clinic: () => clinic,
    rooms: () => buildAvailability({ ...nobody, rooms: search.rooms }),
    devices: () => buildAvailability({ ...nobody, devices: search.devices }),
    practitioners: () => buildAvailability({ ...nobody, practitioners: practitioners() }),
  };
  const known = new Map<ResourceClass, DayStarts>();
  return liftableDays(clinic, (condition, day) => {
    const name = classOf[condition];
    const starts = known.get(name) ?? dayStarts(startsOf[name](), search.service);
    known.set(name, starts);
    return starts.condition(condition, day);
  });
}

type ResourceClass = "clinic" | "rooms" | "devices" | "practitioners";

const classOf = {
  opening: "clinic",
  prepRooms: "rooms",
  treatmentRooms: "rooms",
  devices: "devices",
  qualified: "practitioners",
  anybody: "practitioners",
} as const satisfies Record<Condition, ResourceClass>;

function reachOf(request: CourseRequest, { from, to }: SiteCalendar, hasStart: HasStart) {
  const firstDay = epochDay(from);
  const days = daysBetween(from, to) + 1;
  return reachableDays(courseDays({ firstDay, days }, request), days, hasStart);
}

function exists(request: CourseRequest, site: SiteCalendar, hasStart: HasStart): boolean {
  const layers = reachOf(request, site, hasStart);
  return (layers.at(-1)?.length ?? 0) > 0;
}

const everyDay: HasStart = () => true;

/**
 * The first of the smallest sets, in the order of the groups; empty where even all of them together don't help. Lifting
 * more never takes a course away: what the others can't do without is in every set that helps, and only the rest is tried.
 */
function findBlocking(search: CourseSearch, lifts: SiteLifts): readonly ConstraintGroup[] {
  const helps = (groups: readonly ConstraintGroup[]) => isPossible(groups, { search, lifts });
  const present = constraintGroups.filter((group) => isPresent(search.request, group));
  if (!helps(present)) return [];
  const needed = present.filter((group) => !helps(present.filter((other) => other !== group)));
  const others = present.filter((group) => !needed.includes(group));
  for (let more = 0; more < others.length; more += 1) {
    for (const groups of subsetsOf(others, more)) {
      const tried = present.filter((group) => needed.includes(group) || groups.includes(group));
      if (helps(tried)) return tried;
    }
  }
  return present;
}

/** Asks what costs little first: whether the days alone forbid it, then whether it goes within the opening hours. */
function isPossible(
  groups: readonly ConstraintGroup[],
  { search, lifts }: { readonly search: CourseSearch; readonly lifts: SiteLifts },
): boolean {
  const request = liftRequest(search.request, search, groups);
  if (!exists(request, search, everyDay)) return false;
  const within = groups.filter((group) => group !== "opening");
  if (exists(request, search, lifts.hasStart(within))) return true;
  return groups.includes("opening") && exists(request, search, lifts.hasStart(groups));
}

/** Whether the request says anything that lifting the group takes away. */
function isPresent({ weekdays: wanted, blockedDays, notBefore }: CourseRequest, group: ConstraintGroup): boolean {
  switch (group) {
    case "weekdays":
      return wanted !== null;
    case "blockedDays":
      return blockedDays.length > 0;
    case "notBefore":
      return notBefore !== null;
    default:
      return true;
  }
}

function* subsetsOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  if (size === 0) yield [];
  for (const [index, item] of items.entries()) {
    if (size > 0) for (const rest of subsetsOf(items.slice(index + 1), size - 1)) yield [item, ...rest];
  }
}

function liftRequest(
  request: CourseRequest,
  { from, to }: SiteCalendar,
  groups: readonly ConstraintGroup[],
): CourseRequest {
  return {
    ...request,
    ...(groups.includes("weekdays") ? { weekdays: null } : {}),
    ...(groups.includes("blockedDays") ? { blockedDays: [] } : {}),
    ...(groups.includes("gapDays") ? { gapDays: { ...request.gapDays, min: 1, max: 400 } } : {}),
    ...(groups.includes("firstSession") ? { firstSession: { earliest: from, latest: to } } : {}),
    ...(groups.includes("notBefore") ? { notBefore: null } : {}),
  };
}
