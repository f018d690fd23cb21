import type { ReplanAims } from "./replan-case.ts";

/**
 * What one unit of each aim weighs, so that the sum compares plans aim by aim: 227 sessions moved by a whole day each
 * stay below one change of practitioner, and so on upwards. All sums stay whole numbers below 2^53.
 */
export const aimWeights = {
  slotsMoved: 1,
  practitionerChanges: 2 ** 15,
  daysFromIdeal: 2 ** 23,
  othersMoved: 2 ** 36,
  unplaced: 2 ** 43,
} as const satisfies Record<keyof ReplanAims, number>;

/** The order of importance, first the most. */
export const aimOrder = [
  "unplaced",
  "othersMoved",
  "daysFromIdeal",
  "practitionerChanges",
  "slotsMoved",
] as const satisfies readonly (keyof ReplanAims)[];

/** Negative where `left` is the better plan. */
export function compareAims(left: ReplanAims, right: ReplanAims): number {
  const aim = aimOrder.find((name) => left[name] !== right[name]);
  return aim === undefined ? 0 : left[aim] - right[aim];
}
