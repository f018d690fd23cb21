import { type Days, dayAt, type Millimetres, type PerCm2, type Years } from "./units.ts";

/** One session as the model sees it: its day, and the fraction of resting tissue that it injures, 0 to 1. */
export interface Injury {
  readonly day: Days;
  readonly phi: number;
}

/** The same injury on each of the days, which ascend. */
export function injuriesOn(sessionDays: readonly number[], phi: number): readonly Injury[] {
  return sessionDays.map((day) => ({ day: dayAt(day), phi }));
}

const channelRadiusCm = 0.01;
const depthEfficiency = 0.5;
const epidermisMm = 0.1;
const fullDepthMm = 1;

/**
 * The injured volume fraction of one session; 0 where the needle doesn't pass the epidermis.
 *
 * Depth efficiency and density are uncertain by a factor of three or more: a larger depth ranks higher, and no more can
 * be read from it.
 */
export function injuryFraction(needleLength: Millimetres, density: PerCm2): number {
  const depth = (depthEfficiency * needleLength - epidermisMm) / fullDepthMm;
  return -Math.expm1(-density * Math.PI * channelRadiusCm ** 2 * clip(depth, 1));
}

/** Synthesis per cell against an age of 23.5 years. Source: Varani 2006, procollagen I 82 and 56 ng/ml. */
export function ageFactor(age: Years): number {
  return 1 - 0.317 * clip((age - 23.5) / 56.5, 1.2);
}

function clip(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
