import { daysBetween, epochDay, weekdays } from "@fibril/kernel";
import { buildAvailability } from "./availability.ts";
import { type ConstraintGroup, constraintGroups, type Refusal } from "./course-answer.ts";
import { courseDays, reachableDays } from "./course-days.ts";
import type { CourseRequest, CourseSearch, SiteCalendar } from "./course-search.ts";
import { type DayLift, liftableDays } from "./liftable-days.ts";
import { relaxRequest } from "./relax-request.ts";

/** Why no course exists: the first session that fails, what blocks it and which changes of the request would help. */
export function explainRefusal(search: CourseSearch): Refusal {
  const lifts = siteLifts(search);
  return {
    session: reachOf(search.request, search, lifts.hasStart([])).length,
    blocking: findBlocking(search, lifts),
    relaxations: relaxRequest(search, (request) => exists(request, search, lifts.hasStart([]))),
  };
}

type HasStart = (day: number) => boolean;

interface SiteLifts {
  /** Whether a day has a start when these groups are lifted. */
  readonly hasStart: (groups: readonly ConstraintGroup[]) => HasStart;
}

const dayGroups = ["qualification", "practitioners", "prepRooms", "treatmentRooms", "devices"] as const;

function siteLifts(search: CourseSearch): SiteLifts {
  const asItIs = liftableDays(buildAvailability(search), search.service);
  let alwaysOpen: ReturnType<typeof liftableDays> | null = null;
  return {
    hasStart(groups) {
      const lifted = dayGroups.filter((group) => groups.includes(group)) as readonly DayLift[];
      if (!groups.includes("opening")) return asItIs(lifted);
      alwaysOpen ??= liftableDays(buildAvailability(openAlways(search)), search.service);
      return alwaysOpen(lifted);
    },
  };
}

/** Open 00:00-24:00 every day, rosters too; leave, bookings and outages stay. */
function openAlways(site: SiteCalendar): SiteCalendar {
  const weekly = Object.fromEntries(weekdays.map((weekday) => [weekday, [[0, 24 * 60] as const]]));
  return {
    ...site,
    opening: { weekly, closed: [] },
    practitioners: site.practitioners.map((practitioner) => ({ ...practitioner, weekly })),
  };
}

function reachOf(request: CourseRequest, { from, to }: SiteCalendar, hasStart: HasStart) {
  const firstDay = epochDay(from);
  const days = daysBetween(from, to) + 1;
  return reachableDays(courseDays({ firstDay, days }, request), days, hasStart);
}

function exists(request: CourseRequest, site: SiteCalendar, hasStart: HasStart): boolean {
  const layers = reachOf(request, site, hasStart);
  return (layers.at(-1)?.length ?? 0) > 0;
}

/** The first of the smallest sets, in the order of the groups; empty where even all of them together don't help. */
function findBlocking(search: CourseSearch, lifts: SiteLifts): readonly ConstraintGroup[] {
  const helps = (groups: readonly ConstraintGroup[]) =>
    exists(liftRequest(search.request, search, groups), search, lifts.hasStart(groups));
  if (!helps(constraintGroups)) return [];
  for (let size = 1; size < constraintGroups.length; size += 1) {
    for (const groups of subsetsOf(constraintGroups, size)) if (helps(groups)) return groups;
  }
  return constraintGroups;
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
