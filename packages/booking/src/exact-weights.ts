import type { CourseDays } from "./course-days.ts";
import type { Weights } from "./course-search.ts";

const finestUnit = 2 ** -20;
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
 * Whether every sum of these weights is exact in doubles: whole numbers, halves, quarters … Then the order of adding
 * can't change a comparison. Not so for 0.1: 0.1 x 3 and 0.3 x 1 differ as doubles.
 */
export function addExactly(weights: Weights, dearest: number): boolean {
  const { gapDay, practitionerChange, waitDay, preference5Minutes } = weights;
  const inUnits = [gapDay, practitionerChange, waitDay, preference5Minutes].map((weight) => weight / finestUnit);
  return inUnits.every(Number.isInteger) && dearest / finestUnit <= Number.MAX_SAFE_INTEGER;
}

/**
 * Whether rounding can swallow a slot's worth of preference beside the other terms, so that a start further from the
 * preferred time costs the same: 1 beside 2^53.
 */
export function swallowsSlots({ preference5Minutes }: Weights, dearest: number): boolean {
  return preference5Minutes > 0 && preference5Minutes <= dearest * 2 ** -50;
}
