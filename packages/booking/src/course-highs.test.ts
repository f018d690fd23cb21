import { daysBetween } from "@fibril/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourseSearch } from "./course-search.ts";
import { everyPlace } from "./interval-oracle.ts";
import { randomSearch } from "./random-search.arbitrary.ts";
import type { ModelRow } from "./replan/model.ts";
import { searchCourses } from "./search-courses.ts";
import { minimiseByHighs } from "./solve-with-highs.arbitrary.ts";

interface Choice {
  readonly session: number;
  readonly day: string;
  readonly practitioner: string;
  readonly cost: number;
}

/** The cheapest course as an integer programme; null where there is none. */
function cheapestByHighs(search: CourseSearch): number | null {
  const choices = everyChoice(search);
  const { sessions } = search.request;
  const people = [...new Set(choices.map(({ practitioner }) => practitioner))];
  const change = (session: number) => choices.length + session;
  const pairs = Array.from({ length: sessions - 1 }, (_, session) => gapsBetween(search, choices, session)).flat();
  const gapFrom = choices.length + sessions;
  const costs = [
    ...choices.map(({ cost }) => cost),
    ...Array.from({ length: sessions }, (_, session) => (session === 0 ? 0 : search.weights.practitionerChange)),
    ...pairs.map(({ cost }) => cost),
  ];
  const sum = (indices: readonly number[], lower: number, upper: number): ModelRow => ({
    lower,
    upper,
    indices,
    values: indices.map(() => 1),
  });
  const where = (test: (choice: Choice) => boolean) =>
    choices.flatMap((choice, index) => (test(choice) ? [index] : []));
  const rows: ModelRow[] = [];
  for (let session = 0; session < sessions; session += 1) {
    rows.push(
      sum(
        where((choice) => choice.session === session),
        1,
        1,
      ),
    );
    if (session === 0) continue;
    for (const person of people) {
      const before = where((choice) => choice.session === session - 1 && choice.practitioner === person);
      const now = where((choice) => choice.session === session && choice.practitioner === person);
      const indices = [...before, ...now, change(session)];
      rows.push({ lower: -Infinity, upper: 0, indices, values: [...before.map(() => 1), ...now.map(() => -1), -1] });
    }
  }
  // Flow: the days chosen for neighbours are those of the pair chosen between them.
  for (const { session, day } of new Map(choices.map((one) => [`${one.session} ${one.day}`, one])).values()) {
    const own = where((choice) => choice.session === session && choice.day === day);
    const asFirst = pairs.flatMap((pair, index) =>
      pair.session === session && pair.from === day ? [gapFrom + index] : [],
    );
    const asSecond = pairs.flatMap((pair, index) =>
      pair.session === session - 1 && pair.to === day ? [gapFrom + index] : [],
    );
    const tied = (others: readonly number[]): ModelRow => ({
      lower: 0,
      upper: 0,
      indices: [...own, ...others],
      values: [...own.map(() => 1), ...others.map(() => -1)],
    });
    if (session < sessions - 1) rows.push(tied(asFirst));
    if (session > 0) rows.push(tied(asSecond));
  }
  const solved = minimiseByHighs({ variables: costs.length, rows, costs, start: [] });
  return solved && costs.reduce((total, cost, index) => total + cost * Math.round(solved.values[index] ?? 0), 0);
}

function gapsBetween(search: CourseSearch, choices: readonly Choice[], session: number) {
  const days = (at: number) => [...new Set(choices.filter((one) => one.session === at).map(({ day }) => day))];
  const { min, max, target } = search.request.gapDays;
  return days(session).flatMap((from) =>
    days(session + 1).flatMap((to) => {
      const gap = daysBetween(from as never, to as never);
      if (gap < min || gap > max) return [];
      return [{ session, from, to, cost: search.weights.gapDay * Math.abs(gap - target) }];
    }),
  );
}

function everyChoice(search: CourseSearch): readonly Choice[] {
  const { request, weights } = search;
  const { earliest, latest } = request.firstSession;
  const miss = (minute: number) =>
    request.preferred.length === 0
      ? 0
      : Math.min(...request.preferred.map(([from, to]) => Math.max(0, from - minute, minute - to))) / 5;
  const places = [...everyPlace(search)].flatMap(([, onDay]) => onDay);
  return Array.from({ length: request.sessions }, (_, session) => session).flatMap((session) =>
    places.flatMap(({ day, practitioner, minute }) => {
      if (session === 0 && (day < earliest || day > latest)) return [];
      const wait = session === 0 ? weights.waitDay * daysBetween(earliest, day) : 0;
      return [{ session, day, practitioner, cost: wait + weights.preference5Minutes * miss(minute) }];
    }),
  );
}

describe("the cheapest course", () => {
  it("costs what the optimum of an integer programme over all places costs, and is refused only where there is none", () => {
    let found = 0;
    fc.assert(
      fc.property(randomSearch({ wholeWeights: true }), (search) => {
        const optimum = cheapestByHighs(search);
        const cheapest = searchCourses(search).courses[0]?.cost ?? null;
        if (optimum !== null) found += 1;
        expect(cheapest).toBe(optimum);
      }),
      { numRuns: 60, seed: 20270104 },
    );
    expect(found).toBeGreaterThan(20);
  }, 120_000);
});
