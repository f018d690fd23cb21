import { describe, expect, it } from "vitest";
import { addExactly, dearestCourse } from "./exact-weights.ts";

const four = (gapDay: number, others: number) => ({
  gapDay,
  practitionerChange: others,
  waitDay: others,
  preference5Minutes: others,
});
const isExact = (weights: ReturnType<typeof four>) =>
  addExactly(weights, dearestCourse(weights, { sessions: 12 }, 1000));

describe("whether the order of adding can change a comparison", () => {
  it.each`
    weights                   | exact
    ${four(10, 30)}           | ${true}
    ${four(0, 0)}             | ${true}
    ${four(0.5, 2.25)}        | ${true}
    ${four(1e12, 1)}          | ${true}
    ${four(2 ** 80, 2 ** 70)} | ${true}
    ${four(0.1, 0.2)}         | ${false}
    ${four(1e15, 1)}          | ${false}
    ${four(1e308, 5e-324)}    | ${false}
  `("of $weights: exact is $exact", ({ weights, exact }) => expect(isExact(weights)).toBe(exact));
});
