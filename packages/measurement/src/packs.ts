import type { ScaleId } from "./scales.ts";

/** Scored for everyone: pain at the session, satisfaction afterwards, and the overall impression of both. */
const always = ["gais-professional", "gais-patient", "pain-nrs", "satisfaction"] as const;
const scars = ["goodman-baron-qualitative", "posas-patient", "posas-observer", ...always] as const;
const tone = ["mmasi", ...always] as const;

/** The scales proposed for a concern; none is switched off. */
export const defaultPacks = {
  "fine-lines": always,
  "uneven-tone": tone,
  "rough-texture": always,
  "enlarged-pores": always,
  "early-ageing": always,
  "mild-acne-scars": scars,
  dullness: always,
  "thin-skin": always,
  "loss-of-elasticity": always,
} as const satisfies Record<string, readonly ScaleId[]>;

/** The scales for several concerns together, each once, in the order of the packs. */
export function packFor(concerns: readonly (keyof typeof defaultPacks)[]): readonly ScaleId[] {
  return [...new Set(concerns.flatMap((concern): readonly ScaleId[] => defaultPacks[concern]))];
}
