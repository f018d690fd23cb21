import type { CostTerms } from "./course-answer.ts";
import type { Weights } from "./course-search.ts";

/** What the weights are multiplied with: always whole numbers. */
export interface CourseCounts {
  /** Days off the target gap, summed. */
  readonly gapDays: number;
  readonly changes: number;
  readonly waitDays: number;
  /** Slots of 5 minutes off the preferred times, summed. */
  readonly missedSlots: number;
}

export function costTerms({ gapDays, changes, waitDays, missedSlots }: CourseCounts, weights: Weights): CostTerms {
  return {
    gap: weights.gapDay * gapDays,
    practitioner: weights.practitionerChange * changes,
    wait: weights.waitDay * waitDays,
    preference: weights.preference5Minutes * missedSlots,
  };
}

/** Added in the order gap, practitioner, wait, preference: as doubles the order can matter. */
export function addTerms({ gap, practitioner, wait, preference }: CostTerms): number {
  return gap + practitioner + wait + preference;
}
