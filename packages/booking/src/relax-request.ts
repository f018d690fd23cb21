import { addDays, daysBetween, weekdays } from "@fibril/kernel";
import type { Availability } from "./availability.ts";
import type { Relaxation } from "./course-answer.ts";
import type { CourseRequest, CourseSearch } from "./course-search.ts";
import { findCourses } from "./find-courses.ts";

const maxRelaxations = 3;
const widerDays = 14;
const tighterDays = 7;
/** Never offered below the founding document's four weeks. */
const leastGapDays = 28;
const mostGapDays = 400;
const laterDays = 28;

interface Change {
  readonly path: string;
  readonly value: unknown;
  readonly request: CourseRequest;
}

/** Changes of the request alone, each the smallest of its kind that gives a course; the cheapest first, three at most. */
export function relaxRequest(
  availability: Availability,
  search: CourseSearch,
  exists: (request: CourseRequest) => boolean,
): readonly Relaxation[] {
  const kinds = [widerMax(search), smallerMin(search), laterFirst(search), everyWeekday(search)];
  return kinds
    .flatMap((kind) => smallestOf(kind, exists))
    .flatMap(({ path, value, request }) => {
      const [cheapest] = findCourses(availability, { ...search, request: { ...request, suggestions: 1 } });
      return cheapest ? [{ change: [{ op: "replace" as const, path, value }], cost: cheapest.cost }] : [];
    })
    .toSorted((left, right) => left.cost - right.cost)
    .slice(0, maxRelaxations);
}

/** The largest change of a kind allows all that the smaller ones do, so that it is asked first. */
function smallestOf(kind: readonly Change[], exists: (request: CourseRequest) => boolean): readonly Change[] {
  const largest = kind.at(-1);
  if (largest === undefined || !exists(largest.request)) return [];
  return [kind.find(({ request }) => exists(request)) ?? largest];
}

function widerMax({ request }: CourseSearch): readonly Change[] {
  const { gapDays } = request;
  return countTo(Math.min(widerDays, mostGapDays - gapDays.max)).map((days) => {
    const max = gapDays.max + days;
    return { path: "/request/gapDays/max", value: max, request: { ...request, gapDays: { ...gapDays, max } } };
  });
}

function smallerMin({ request }: CourseSearch): readonly Change[] {
  const { gapDays } = request;
  return countTo(Math.min(tighterDays, gapDays.min - leastGapDays)).map((days) => {
    const min = gapDays.min - days;
    return { path: "/request/gapDays/min", value: min, request: { ...request, gapDays: { ...gapDays, min } } };
  });
}

/** Days after the last day of the search can't hold a session, so that they are not tried. */
function laterFirst({ request, to }: CourseSearch): readonly Change[] {
  const { firstSession } = request;
  return countTo(Math.min(laterDays, daysBetween(firstSession.latest, to))).map((days) => {
    const latest = addDays(firstSession.latest, days);
    const path = "/request/firstSession/latest";
    return { path, value: latest, request: { ...request, firstSession: { ...firstSession, latest } } };
  });
}

function everyWeekday({ request }: CourseSearch): readonly Change[] {
  if (request.weekdays === null || weekdays.every((weekday) => request.weekdays?.includes(weekday))) return [];
  return [{ path: "/request/weekdays", value: weekdays, request: { ...request, weekdays } }];
}

function countTo(count: number): readonly number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => index + 1);
}
