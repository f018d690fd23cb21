/** One session as the model sees it: its day, and the fraction of resting tissue that it injures, 0 to 1. */
export interface Injury {
  readonly day: number;
  readonly phi: number;
}

const channelRadiusCm = 0.01;
const depthEfficiency = 0.5;
const epidermisMm = 0.1;
const fullDepthMm = 1;

/**
 * The injured volume fraction of one session; 0 where the needle doesn't pass the epidermis.
 *
 * Units: needle length in millimetres, density in channels per square centimetre. Depth efficiency and density are
 * uncertain by a factor of three or more: a larger depth ranks higher, and no more can be read from it.
 */
export function injuryFraction(needleLengthMm: number, channelsPerCm2: number): number {
  const depth = (depthEfficiency * needleLengthMm - epidermisMm) / fullDepthMm;
  return -Math.expm1(-channelsPerCm2 * Math.PI * channelRadiusCm ** 2 * clip(depth, 1));
}

/** Synthesis per cell against an age of 23.5 years. Source: Varani 2006, procollagen I 82 and 56 ng/ml. */
export function ageFactor(ageYears: number): number {
  return 1 - 0.317 * clip((ageYears - 23.5) / 56.5, 1.2);
}

function clip(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
