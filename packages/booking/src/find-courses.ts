import { epochDay, formatMinuteOfDay, fromEpochDay } from "@fibril/kernel";
import type { Availability } from "./availability.ts";
import { type ChosenCourse, chooseCourse } from "./choose-course.ts";
import { chooseSwallowed } from "./choose-swallowed.ts";
import type { PlacedSession, SuggestedCourse } from "./course-answer.ts";
import { addTerms, costTerms } from "./course-cost.ts";
import { courseDays } from "./course-days.ts";
import { type CourseRules, courseProgramme } from "./course-programme.ts";
import { type CourseWish, slotMinutes } from "./course-search.ts";
import { addExactly, dearestCourse, swallowsSlots } from "./exact-weights.ts";
import { nearTies } from "./near-ties.ts";
import { type SearchLimits, type SessionCells, sessionCells } from "./session-cells.ts";
import { swallowedCosts } from "./swallowed-costs.ts";
import { exactTies, type TiedCourses } from "./tied-courses.ts";

/**
 * For each possible first day the cheapest course that begins on it; the cheapest of those, by cost, then first day.
 * Empty where no course exists: explainRefusal says why.
 */
export function findCourses(
  availability: Availability,
  wish: CourseWish,
  limits: SearchLimits = {},
): readonly SuggestedCourse[] {
  const { request, weights } = wish;
  const days = courseDays(availability, request);
  const asked = epochDay(request.firstSession.earliest) - availability.firstDay;
  const dearest = dearestCourse(weights, days, availability.days + Math.abs(asked));
  const cells = sessionCells(availability, { wish, limits, everyStart: false });
  const rules = { ...days, days: availability.days, gapTarget: request.gapDays.target, weights };
  const ranking = { rules, asked, dearest, most: request.suggestions };
  if (!addExactly(weights, dearest) && swallowsSlots(weights, dearest)) {
    const every = sessionCells(availability, { wish, limits, everyStart: true });
    return rankedSwallowed({ cells, every }, ranking).map((course) =>
      describeCourse(course, { availability, cells: every, rules, asked }),
    );
  }
  return rankedStarts(cells, ranking)
    .map(({ day, tiesOf }) => chooseCourse(day, { ties: tiesOf(), cells, rules }))
    .map((course) => describeCourse(course, { availability, cells, rules, asked }));
}

interface Ranking {
  readonly rules: CourseRules;
  readonly asked: number;
  readonly dearest: number;
  readonly most: number;
}

/** The same where the weights lie so far apart that rounding swallows whole slots. */
function rankedSwallowed(
  { cells, every }: { readonly cells: SessionCells; readonly every: SessionCells },
  { rules, asked, most }: Ranking,
): readonly ChosenCourse[] {
  const costs = swallowedCosts(cells, rules);
  const starts: RankedDay[] = [];
  for (let day = rules.earliest; day <= rules.latest; day += 1) {
    const waitDays = day - asked;
    if (rules.weights.waitDay * waitDays >= (starts[most - 1]?.cost ?? Infinity)) break;
    const cost = costs.leastOn(day, waitDays);
    if (cost < Infinity) keepRanked(starts, { day, cost }, most);
  }
  return starts.map(({ day }) => chooseSwallowed(day, { costs, every, rules, waitDays: day - asked }));
}

/** Far above what the few dozen roundings of one course's sums come to, far below what a unit of any term does. */
const roundingShare = 1e-13;

interface RankedDay {
  readonly day: number;
  readonly cost: number;
}

interface RankedStart extends RankedDay {
  readonly tiesOf: () => TiedCourses;
}

/** The `most` cheapest first days; one that costs more to wait for than all of those do is not looked at. */
function rankedStarts(cells: SessionCells, { rules, asked, dearest, most }: Ranking): readonly RankedStart[] {
  const programme = courseProgramme(cells, rules);
  const { weights, earliest, latest } = rules;
  const exact = addExactly(weights, dearest);
  const starts: RankedStart[] = [];
  for (let day = earliest; day <= latest; day += 1) {
    const wait = weights.waitDay * (day - asked);
    if (wait >= (starts[most - 1]?.cost ?? Infinity)) break;
    const least = programme.leastFrom(0, day);
    if (least === Infinity) continue;
    if (exact) {
      const tiesOf = () => exactTies(day, cells, { programme, rules });
      keepRanked(starts, { day, cost: least + wait, tiesOf }, most);
    } else {
      const ground = { programme, rules, slack: (least + wait) * roundingShare, waitDays: day - asked };
      const { cost, ties } = nearTies(day, cells, ground);
      keepRanked(starts, { day, cost, tiesOf: () => ties }, most);
    }
  }
  return starts;
}

/** Puts a later day behind all that cost as little, and drops what is then one too many. */
function keepRanked<Start extends RankedDay>(starts: Start[], start: Start, most: number): void {
  const dearer = starts.findIndex(({ cost }) => cost > start.cost);
  starts.splice(dearer === -1 ? starts.length : dearer, 0, start);
  starts.length = Math.min(starts.length, most);
}

function describeCourse(
  { days, cells: chosen }: ChosenCourse,
  {
    availability,
    cells,
    rules,
    asked,
  }: {
    readonly availability: Availability;
    readonly cells: SessionCells;
    readonly rules: CourseRules;
    readonly asked: number;
  },
): SuggestedCourse {
  const counts = { gapDays: 0, changes: 0, waitDays: (days[0] as number) - asked, missedSlots: 0 };
  for (const [session, cell] of chosen.entries()) {
    counts.missedSlots += cells.miss[cell] as number;
    if (session === 0) continue;
    counts.gapDays += Math.abs((days[session] as number) - (days[session - 1] as number) - rules.gapTarget);
    const before = chosen[session - 1] as number;
    if (cells.practitioner[before] !== cells.practitioner[cell]) counts.changes += 1;
  }
  const terms = costTerms(counts, rules.weights);
  const sessions = chosen.map((cell, session) => placeSession(cell, days[session] as number, { availability, cells }));
  return { cost: addTerms(terms), terms, sessions };
}

function placeSession(
  cell: number,
  day: number,
  { availability, cells }: { readonly availability: Availability; readonly cells: SessionCells },
): PlacedSession {
  const { starts } = cells;
  const slot = cells.slot[cell] as number;
  return {
    day: fromEpochDay(availability.firstDay + day),
    start: formatMinuteOfDay((slot - starts.prepSlots + availability.firstSlot) * slotMinutes),
    practitioner: starts.practitioners[cells.practitioner[cell] as number]?.id ?? "",
    prepRoom: starts.firstFree("prepRoom", day, slot),
    treatmentRoom: starts.firstFree("treatmentRoom", day, slot),
    device: starts.firstFree("device", day, slot),
  };
}
