import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oracleCourses } from "./interval-oracle.ts";
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
        fc.property(randomSearch({ wholeWeights: true }), fc.constantFrom("gapDay", "waitDay"), (search, great) => {
          const huge = { ...search, weights: { ...search.weights, [great]: 9e15 } };
          expect(searchCourses(huge).courses).toEqual(oracleCourses(huge));
        }),
        { numRuns: 60 },
      ),
    120_000,
  );
});
