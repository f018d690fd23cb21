import type { Injury } from "./injury.ts";
import type { Parameters } from "./parameters.ts";

export interface CourseToSolve {
  readonly parameters: Parameters;
  /** g(age), 1 at most. */
  readonly ageFactor: number;
  /** In order of day. */
  readonly injuries: readonly Injury[];
  /** Ascending; values on a session day are those just after its injury. */
  readonly days: ArrayLike<number>;
  /** Largest error of a step, relative to max(1, |x|), as estimated; the published value where left out. */
  readonly tolerance?: number;
  /** Measure F's error against its own largest value, however small: for the times at which F falls to a share of it. */
  readonly relativeF?: boolean;
  /** Is filled with F of every step after the latest session. */
  readonly pieces?: SynthesisPiece[];
}

/** F over one step. */
export interface SynthesisPiece {
  /** Days since the latest session. */
  readonly from: number;
  readonly days: number;
  /** F so many days after the step's start. */
  readonly at: (days: number) => number;
}
