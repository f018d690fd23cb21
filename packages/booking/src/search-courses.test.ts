import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oracleCourses } from "./interval-oracle.ts";
import { parseCourseSearch } from "./parse-course-search.ts";
import { randomSearch } from "./random-search.arbitrary.ts";
import { searchCourses } from "./search-courses.ts";

describe("searching whole courses", () => {
  it("answers what trying every course answers, ties included", () => {
    let answered = 0;
    fc.assert(
      fc.property(randomSearch({ wholeWeights: true }), (search) => {
        const expected = oracleCourses(search);
        answered += expected.length > 0 ? 1 : 0;
        expect(searchCourses(search).courses).toEqual(expected);
      }),
      { numRuns: 80 },
    );
    expect(answered).toBeGreaterThan(10);
  }, 120_000);
  it(
    "answers so too where the weights are fractions that doubles can't hold",
    () =>
      fc.assert(
        fc.property(randomSearch({ wholeWeights: false }), (search) => {
          expect(searchCourses(search).courses).toEqual(oracleCourses(search));
        }),
        { numRuns: 80 },
      ),
    120_000,
  );
  it(
    "answers so too where one weight is so great that doubles swallow the others",
    () =>
      fc.assert(
        fc.property(
          randomSearch({ wholeWeights: true }),
          fc.constantFrom("gapDay", "waitDay", "practitionerChange"),
          (search, great) => {
            const huge = { ...search, weights: { ...search.weights, [great]: 9e15 } };
            expect(searchCourses(huge).courses).toEqual(oracleCourses(huge));
          },
        ),
        { numRuns: 60 },
      ),
    120_000,
  );

  it("takes the preferred hour where great weights leave thousands of starts within a rounding of it", () => {
    const allDay = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["00:00", "24:00"]]]));
    const eight = Array.from({ length: 8 }, (_, index) => index);
    const parsed = parseCourseSearch({
      timeZone: "Europe/London",
      from: "2027-01-04",
      to: "2027-04-02",
      opening: { weekly: allDay },
      practitioners: eight.map((at) => ({ id: `p${at}`, qualifications: [{ name: "face" }], weekly: allDay })),
      rooms: [{ id: "r1", kinds: ["prep", "treatment"] }],
      devices: [{ id: "d1", kinds: ["pen"] }],
      service: {
        prepMinutes: 30,
        treatmentMinutes: 45,
        notesMinutes: 0,
        roomTurnoverMinutes: 0,
        deviceCleaningMinutes: 0,
        requires: { qualification: "face", prepRoom: "prep", treatmentRoom: "treatment", device: "pen" },
      },
      request: {
        sessions: 2,
        gapDays: { min: 28, max: 42, target: 35 },
        firstSession: { earliest: "2027-01-04", latest: "2027-01-04" },
        preferred: [["10:00", "10:05"]],
      },
      weights: { gapDay: 2 ** 40, practitionerChange: 2 ** 53 - 1, waitDay: 1, preference5Minutes: 1 },
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const [course] = searchCourses(parsed.value).courses;
    expect(course?.cost).toBe(0);
    expect(course?.sessions.map(({ day, start, practitioner }) => [day, start, practitioner])).toEqual([
      ["2027-01-04", "10:00", "p0"],
      ["2027-02-08", "10:00", "p0"],
    ]);
  });

  it("keeps no more of twelve sessions than of two, however far apart the weights lie", () => {
    const allDay = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["00:00", "24:00"]]]));
    const eight = Array.from({ length: 8 }, (_, index) => index);
    const parsed = parseCourseSearch({
      timeZone: "Europe/London",
      from: "2027-01-04",
      to: "2028-06-30",
      opening: { weekly: allDay },
      practitioners: eight.map((at) => ({ id: `p${at}`, qualifications: [{ name: "face" }], weekly: allDay })),
      rooms: [{ id: "r1", kinds: ["prep", "treatment"] }],
      devices: [{ id: "d1", kinds: ["pen"] }],
      service: {
        prepMinutes: 30,
        treatmentMinutes: 45,
        notesMinutes: 0,
        roomTurnoverMinutes: 0,
        deviceCleaningMinutes: 0,
        requires: { qualification: "face", prepRoom: "prep", treatmentRoom: "treatment", device: "pen" },
      },
      request: {
        sessions: 12,
        gapDays: { min: 28, max: 42, target: 35 },
        firstSession: { earliest: "2027-01-04", latest: "2027-01-04" },
        preferred: [["10:00", "10:05"]],
      },
      weights: { gapDay: 2 ** 53 - 1, practitionerChange: 0.1, waitDay: 2 ** 53 - 1, preference5Minutes: 0.1 },
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const [course] = searchCourses(parsed.value).courses;
    expect(course?.cost).toBe(0);
    expect(course?.sessions.map(({ start, practitioner }) => `${start} ${practitioner}`)).toEqual(
      Array.from({ length: 12 }, () => "10:00 p0"),
    );
    expect(course?.sessions.at(-1)?.day).toBe("2028-01-24");
  });
});
