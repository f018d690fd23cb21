import type { Cited } from "@fibril/evidence";

/** How a number becomes better or worse; `none` where a scale only classifies. */
export type Direction = "lower-is-better" | "higher-is-better";

export interface RaterNoise extends Cited {
  /** Points up to which raters of the same picture differ, so that a smaller change can't be told from them. */
  readonly points: number;
  readonly basis: string;
}

export interface Scale extends Cited {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Smallest step between two scores; null where a formula gives any number of the range. */
  readonly step: number | null;
  readonly direction: Direction;
  /** `level`: how it looks on a day. `change`: a rater's comparison with before, so that it is never subtracted. */
  readonly measures: "level" | "change";
  readonly rater: "professional" | "patient" | "either";
  /** Words of each score, stored with it: the direction of GAIS varies between studies. */
  readonly anchors: Readonly<Record<number, string>> | null;
  /** null: not published, as far as was seen. */
  readonly raterNoise: RaterNoise | null;
  readonly licence: "free" | "published-paper" | "own";
  /** Off: it can't be chosen, scored or put into a pack until what is missing has been verified. */
  readonly switchedOff: string | null;
}
