import { ok, type Result, refuse } from "@fibril/kernel";
import { type ScaleId, scaleOf } from "./scales.ts";

export type ScoreProblem =
  | { readonly code: "scale-switched-off"; readonly reason: string }
  | { readonly code: "out-of-range"; readonly min: number; readonly max: number }
  | { readonly code: "off-step"; readonly step: number };

/** Checks a score against its scale: range and step. Refuses every score of a scale that is switched off. */
export function checkScore(scale: ScaleId, value: number): Result<number, ScoreProblem> {
  const { min, max, step, switchedOff } = scaleOf(scale);
  if (switchedOff !== null) return refuse({ code: "scale-switched-off", reason: switchedOff });
  if (!(value >= min && value <= max)) return refuse({ code: "out-of-range", min, max });
  if (step !== null && !Number.isInteger((value - min) / step)) return refuse({ code: "off-step", step });
  return ok(value);
}

/** Area 0 to 6 by the share of the region: under 10, 10-29, 30-49, 50-69, 70-89, 90-100 %; 0 is none. */
export interface MelasmaRegion {
  readonly area: number;
  readonly darkness: number;
  readonly homogeneity: number;
}

export interface MelasmaFace<Region> {
  readonly forehead: Region;
  readonly rightMalar: Region;
  readonly leftMalar: Region;
  readonly chin: Region;
}

const melasmaWeights = { forehead: 0.3, rightMalar: 0.3, leftMalar: 0.3, chin: 0.1 } as const;
const melasmaRegions = ["forehead", "rightMalar", "leftMalar", "chin"] as const;

/** MASI, 0 to 48: weight x area x (darkness + homogeneity) over four regions; area 0-6, the others 0-4. Source: S97. */
export function masi(face: MelasmaFace<MelasmaRegion>): Result<number, ScoreProblem> {
  return weigh(face, ({ homogeneity }) => homogeneity);
}

/** Modified MASI, 0 to 24: weight x area x darkness; homogeneity was dropped after validation. Source: S98. */
export function mmasi(face: MelasmaFace<Omit<MelasmaRegion, "homogeneity">>): Result<number, ScoreProblem> {
  return weigh(face, () => 0);
}

function weigh<Region extends Omit<MelasmaRegion, "homogeneity">>(
  face: MelasmaFace<Region>,
  homogeneityOf: (region: Region) => number,
): Result<number, ScoreProblem> {
  let tenths = 0;
  for (const name of melasmaRegions) {
    const region = face[name];
    const homogeneity = homogeneityOf(region);
    if (!isItem(region.area, 0, 6)) return refuse({ code: "out-of-range", min: 0, max: 6 });
    if (!(isItem(region.darkness, 0, 4) && isItem(homogeneity, 0, 4))) {
      return refuse({ code: "out-of-range", min: 0, max: 4 });
    }
    tenths += Math.round(melasmaWeights[name] * 10) * region.area * (region.darkness + homogeneity);
  }
  return ok(tenths / 10);
}

/**
 * MSI as published: 0.4 (a p²) of each side and 0.2 (a p²) of the nose. Source: S99.
 * The scale is switched off: the ranges of `a` and `p` were not seen, so nothing is refused here and nothing stored.
 */
export function msiFormula(
  items: Readonly<Record<"left" | "right" | "nose", { readonly area: number; readonly pigmentation: number }>>,
): number {
  const product = ({ area, pigmentation }: { readonly area: number; readonly pigmentation: number }) =>
    area * pigmentation ** 2;
  return (4 * product(items.left) + 4 * product(items.right) + 2 * product(items.nose)) / 10;
}

/** POSAS 2.0 total, 6 to 60: six items of 1 to 10; the overall opinion is kept apart. Source: S93, S94. */
export function posasTotal(
  items: readonly [number, number, number, number, number, number],
): Result<number, ScoreProblem> {
  if (!items.every((item) => isItem(item, 1, 10))) return refuse({ code: "out-of-range", min: 1, max: 10 });
  return ok(items.reduce((sum, item) => sum + item, 0));
}

function isItem(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
