import { ok, type Result, refuse } from "@fibril/kernel";
import type { Scale } from "./scale.ts";
import { type ScaleId, scaleOf } from "./scales.ts";
import { checkScore, type ScoreProblem } from "./scoring.ts";

export interface ScaleChange {
  /** After minus before; null for a scale whose scores are comparisons already. */
  readonly difference: number | null;
  readonly towards: "better" | "worse" | "same";
  /** null: how far raters differ is not published, so nothing is said about it. */
  readonly withinRaterNoise: boolean | null;
  readonly words: string;
}

/**
 * A change in words, beside how far raters differ on the same picture; never whether it matters clinically, since no
 * published minimal important difference was found. Refuses scores outside the scale and scales that are switched off.
 */
export function describeChange(scale: ScaleId, before: number, after: number): Result<ScaleChange, ScoreProblem> {
  for (const value of [before, after]) {
    const checked = checkScore(scale, value);
    if (!checked.ok) return refuse(checked.problem);
  }
  return ok(changeOf(scaleOf(scale), before, after));
}

/** The same for a scale given as a row, so that the rule of rater noise can be read without a register entry. */
export function changeOf(scale: Scale, before: number, after: number): ScaleChange {
  const difference = Math.round((after - before) * 1000) / 1000;
  const towards = towardsOf(scale, difference);
  if (scale.measures === "change") return compareRatings(scale, { before, after, towards });
  const withinRaterNoise = scale.raterNoise === null ? null : Math.abs(difference) <= scale.raterNoise.points;
  return {
    difference,
    towards,
    withinRaterNoise,
    words: `${sizeOf(difference, towards)} ${noiseOf(scale, withinRaterNoise)}`,
  };
}

function towardsOf({ direction }: Scale, difference: number): ScaleChange["towards"] {
  if (difference === 0) return "same";
  return difference < 0 === (direction === "lower-is-better") ? "better" : "worse";
}

function sizeOf(difference: number, towards: ScaleChange["towards"]): string {
  if (towards === "same") return "The same score as before.";
  const size = Math.abs(difference);
  return `${size} ${size === 1 ? "point" : "points"} ${difference < 0 ? "lower" : "higher"} (${towards}).`;
}

function noiseOf({ raterNoise }: Scale, within: boolean | null): string {
  if (raterNoise === null) return "How far two raters differ is not published for this scale.";
  const band = `Raters of the same picture differ by up to ${raterNoise.points} points`;
  return within ? `${band}: this can't be told from that.` : `${band}: this is more than that.`;
}

function compareRatings(
  { anchors }: Scale,
  {
    before,
    after,
    towards,
  }: { readonly before: number; readonly after: number; readonly towards: ScaleChange["towards"] },
): ScaleChange {
  const name = (value: number) => `“${anchors?.[value] ?? value}”`;
  return {
    difference: null,
    towards,
    withinRaterNoise: null,
    words: `Rated ${name(after)} against the start, ${name(before)} at the earlier rating. Ratings are not subtracted.`,
  };
}
