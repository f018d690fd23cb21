import type { GapDays } from "./course-rules.ts";

/**
 * The gap after a session to which the skin reacted: later by `extraDays`, never sooner. The longest day moves along, so
 * that the window keeps its width.
 *
 * @throws RangeError for days that are not whole or below 0: a reaction never shortens a gap.
 */
export function widenGap(gapDays: GapDays, extraDays: number): GapDays {
  if (!(Number.isInteger(extraDays) && extraDays >= 0)) throw new RangeError(`not days to add: ${extraDays}`);
  return { min: gapDays.min + extraDays, max: gapDays.max + extraDays, target: gapDays.target + extraDays };
}
