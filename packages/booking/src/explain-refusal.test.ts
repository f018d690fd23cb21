import { epochDay, fromEpochDay, weekdays } from "@fibril/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConstraintGroup, constraintGroups } from "./course-answer.ts";
import type { CourseSearch, Weekly } from "./course-search.ts";
import { everyCourse, oracleCourses } from "./interval-oracle.ts";
import { randomSearch } from "./random-search.arbitrary.ts";
import { searchCourses } from "./search-courses.ts";

/** Lifts groups by changing the document itself, as the contract words it. */
function lift(search: CourseSearch, groups: readonly ConstraintGroup[]): CourseSearch {
  const { requires } = search.service;
  const always = <Kind extends string>(id: string, kind: Kind) => ({ id, kinds: [kind], outages: [], busy: [] });
  const allDay: Weekly = Object.fromEntries(weekdays.map((day) => [day, [[0, 1440] as const]]));
  const forever = [{ name: requires.qualification, validFrom: null, validTo: null }];
  const has = (group: ConstraintGroup) => groups.includes(group);
  const weekly = has("opening") ? allDay : search.opening.weekly;
  const { request } = search;
  return {
    ...search,
    opening: has("opening") ? { weekly, closed: [] } : search.opening,
    practitioners: [
      ...search.practitioners.map((practitioner) => ({
        ...practitioner,
        weekly: has("opening") ? allDay : practitioner.weekly,
        qualifications: has("qualification") ? forever : practitioner.qualifications,
      })),
      ...(has("practitioners") ? [{ id: "+p", weekly, qualifications: forever, leave: [], busy: [] }] : []),
    ],
    rooms: [
      ...search.rooms,
      ...(has("prepRooms") ? [always("+prep", requires.prepRoom)] : []),
      ...(has("treatmentRooms") ? [always("+treatment", requires.treatmentRoom)] : []),
    ],
    devices: [...search.devices, ...(has("devices") ? [always("+d", requires.device)] : [])],
    request: {
      ...request,
      weekdays: has("weekdays") ? null : request.weekdays,
      blockedDays: has("blockedDays") ? [] : request.blockedDays,
      gapDays: has("gapDays") ? { min: 1, max: 400, target: request.gapDays.target } : request.gapDays,
      firstSession: has("firstSession") ? { earliest: search.from, latest: search.to } : request.firstSession,
      notBefore: has("notBefore") ? null : request.notBefore,
    },
  };
}

const hasCourse = (search: CourseSearch, sessions = search.request.sessions) =>
  everyCourse(search, sessions).next().done === false;

function fewer(groups: readonly ConstraintGroup[]): readonly (readonly ConstraintGroup[])[] {
  const sets = constraintGroups.reduce<ConstraintGroup[][]>(
    (all, group) => [...all, ...all.map((set) => [...set, group])],
    [[]],
  );
  return sets.filter(({ length }) => length < groups.length);
}

/** Applies the one kind of patch that a relaxation uses. */
function patch(search: CourseSearch, [change]: readonly { readonly path: string; readonly value: unknown }[]) {
  const [, , ...steps] = change?.path.split("/") ?? [];
  const set = (node: unknown, [step, ...rest]: readonly string[]): unknown =>
    step === undefined
      ? change?.value
      : { ...(node as object), [step]: set((node as Record<string, unknown>)[step], rest) };
  return { ...search, request: set(search.request, steps) } as CourseSearch;
}

describe("refusing a search", () => {
  it("names the first session that fails, a smallest blocking set and changes that help", () => {
    let refused = 0;
    fc.assert(
      fc.property(randomSearch({ wholeWeights: true }), (search) => {
        const { refusal } = searchCourses(search);
        fc.pre(refusal !== null);
        refused += 1;
        expect(hasCourse(search, refusal.session)).toBe(false);
        if (refusal.session > 1) expect(hasCourse(search, refusal.session - 1)).toBe(true);
        const isPossible = hasCourse(lift(search, constraintGroups));
        expect(refusal.blocking.length > 0).toBe(isPossible);
        if (isPossible) expect(hasCourse(lift(search, refusal.blocking))).toBe(true);
        for (const groups of fewer(refusal.blocking)) expect(hasCourse(lift(search, groups))).toBe(false);
        for (const { change, cost } of refusal.relaxations) {
          expect(oracleCourses(patch(search, change))[0]?.cost).toBe(cost);
        }
        const costs = refusal.relaxations.map(({ cost }) => cost);
        expect(costs).toEqual(costs.toSorted((left, right) => left - right));
      }),
      { numRuns: 40 },
    );
    expect(refused).toBeGreaterThan(20);
  }, 120_000);
});

describe("relaxing a request", () => {
  const free = { outages: [], busy: [] };
  const monday = { mon: [[540, 600]] } as const;
  const search = (request: Partial<CourseSearch["request"]>, closed: readonly string[] = []): CourseSearch => ({
    timeZone: "Europe/London",
    from: fromEpochDay(epochDay("2027-01-04" as CourseSearch["from"])),
    to: fromEpochDay(epochDay("2027-12-27" as CourseSearch["from"])),
    opening: { weekly: { ...monday, tue: monday.mon }, closed: closed as CourseSearch["opening"]["closed"] },
    practitioners: [
      {
        id: "p1",
        weekly: { ...monday, tue: monday.mon },
        leave: [],
        busy: [],
        qualifications: [{ name: "face", validFrom: null, validTo: null }],
      },
    ],
    rooms: [{ id: "r1", kinds: ["prep", "treatment"], ...free }],
    devices: [{ id: "d1", kinds: ["pen"], ...free }],
    service: {
      prepMinutes: 15,
      treatmentMinutes: 45,
      notesMinutes: 0,
      roomTurnoverMinutes: 0,
      deviceCleaningMinutes: 0,
      requires: { qualification: "face", prepRoom: "prep", treatmentRoom: "treatment", device: "pen" },
    },
    request: {
      sessions: 2,
      gapDays: { min: 30, max: 33, target: 32 },
      firstSession: { earliest: "2027-01-04", latest: "2027-01-04" } as CourseSearch["request"]["firstSession"],
      notBefore: null,
      weekdays: ["mon"],
      blockedDays: [],
      preferred: [],
      suggestions: 5,
      ...request,
    },
    weights: { gapDay: 10, practitionerChange: 30, waitDay: 2, preference5Minutes: 1 },
  });

  it("tries the smallest change of each kind and puts the cheapest first", () =>
    // Mondays only: 28 or 35 days on. With Tuesdays, 29 days are too few and 36 too many, so all weekdays don't help.
    expect(searchCourses(search({})).refusal).toEqual({
      session: 2,
      blocking: ["gapDays"],
      relaxations: [
        { change: [{ op: "replace", path: "/request/gapDays/max", value: 35 }], cost: 30 },
        { change: [{ op: "replace", path: "/request/gapDays/min", value: 28 }], cost: 40 },
      ],
    }));
  it("never offers a gap under 28 days", () =>
    expect(
      searchCourses(search({ gapDays: { min: 28, max: 28, target: 28 } }, ["2027-02-01"])).refusal?.relaxations.map(
        ({ change }) => change[0]?.value,
      ),
    ).toEqual(["2027-01-11", 35]));
});
