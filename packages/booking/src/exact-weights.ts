import type { CourseDays } from "./course-days.ts";
import type { Weights } from "./course-search.ts";

const maxGapDays = 400;
const slotsPerDay = 288;

/** The dearest that any course could be, generously. */
export function dearestCourse(weights: Weights, { sessions }: Pick<CourseDays, "sessions">, days: number): number {
  const { gapDay, practitionerChange, waitDay, preference5Minutes } = weights;
  return (
    sessions * (gapDay * maxGapDays + practitionerChange + preference5Minutes * slotsPerDay) + waitDay * Math.abs(days)
  );
}

/**
 * Whether every sum of these weights is exact in doubles: all are whole multiples of one power of two, and the dearest
 * course is below 2^53 of them. Then the order of adding can't change a comparison, however great the weights are. Not
 * so for 0.1, whose unit is so fine that few of them fit: 0.1 x 3 and 0.3 x 1 differ as doubles.
 */
export function addExactly(weights: Weights, dearest: number): boolean {
  const { gapDay, practitionerChange, waitDay, preference5Minutes } = weights;
  const units = [gapDay, practitionerChange, waitDay, preference5Minutes].filter((weight) => weight > 0).map(unitOf);
  return dearest / Math.min(...units) <= Number.MAX_SAFE_INTEGER;
}

/** The greatest power of two that a weight is a whole multiple of: 1 of 5, 4 of 12, 1/2 of 2.5. */
function unitOf(weight: number): number {
  let unit = 2 ** Math.floor(Math.log2(weight));
  while (!Number.isInteger(weight / unit)) unit /= 2;
  return unit;
}

/**
 * Whether rounding can swallow a slot's worth of preference beside the other terms, so that a start further from the
 * preferred time costs the same: 1 beside 2^53.
 */
export function swallowsSlots({ preference5Minutes }: Weights, dearest: number): boolean {
  return preference5Minutes > 0 && preference5Minutes <= dearest * 2 ** -50;
}
