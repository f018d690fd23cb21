import { unsourced } from "@fibril/evidence";
import type { Scale } from "./scale.ts";

const level = { measures: "level", anchors: null, raterNoise: null, switchedOff: null } as const;

/** To add a scale, add its row. No published minimal important difference was found for any of them. */
export const scales = {
  "gais-professional": gais("Global aesthetic improvement, rated by a professional", "professional"),
  "gais-patient": gais("Global aesthetic improvement, rated by the patient", "patient"),
  "goodman-baron-qualitative": {
    ...level,
    label: "Acne scars, Goodman and Baron grade",
    min: 1,
    max: 4,
    step: 1,
    direction: "lower-is-better",
    rater: "professional",
    anchors: {
      1: "Flat marks only",
      2: "Mild: not obvious at 50 cm or more, or covered by make-up",
      3: "Moderate: obvious at 50 cm or more, flattens when the skin is stretched",
      4: "Severe: does not flatten when the skin is stretched",
    },
    licence: "published-paper",
    sources: ["S88", "S89"],
  },
  "goodman-baron-quantitative": {
    ...level,
    label: "Acne scars, Goodman and Baron points",
    min: 0,
    max: 84,
    step: 1,
    direction: "lower-is-better",
    rater: "professional",
    raterNoise: { points: 4, basis: "4 raters were within 4 points on 19 of 21 photographs", sources: ["S90"] },
    licence: "published-paper",
    switchedOff: "The weights and the maximum have not been verified against the paper.",
    sources: ["S90", "S61"],
  },
  "posas-patient": {
    ...level,
    label: "Scar assessment (POSAS 2.0), patient's total",
    min: 6,
    max: 60,
    step: 1,
    direction: "lower-is-better",
    rater: "patient",
    licence: "free",
    sources: ["S93", "S94"],
  },
  "posas-observer": {
    ...level,
    label: "Scar assessment (POSAS 2.0), observer's total",
    min: 6,
    max: 60,
    step: 1,
    direction: "lower-is-better",
    rater: "professional",
    licence: "free",
    sources: ["S93", "S94"],
  },
  lemperle: {
    ...level,
    label: "Wrinkles, Lemperle",
    min: 0,
    max: 5,
    step: 1,
    direction: "lower-is-better",
    rater: "professional",
    licence: "published-paper",
    switchedOff: "The words of the scores have not been verified against the paper.",
    sources: ["S57"],
  },
  masi: {
    ...level,
    label: "Melasma area and severity (MASI)",
    min: 0,
    max: 48,
    step: null,
    direction: "lower-is-better",
    rater: "professional",
    licence: "free",
    sources: ["S97"],
  },
  mmasi: {
    ...level,
    label: "Melasma area and severity, modified (mMASI)",
    min: 0,
    max: 24,
    step: null,
    direction: "lower-is-better",
    rater: "professional",
    licence: "free",
    sources: ["S98"],
  },
  msi: {
    ...level,
    label: "Melasma severity index (MSI)",
    min: 0,
    max: 64,
    step: null,
    direction: "lower-is-better",
    rater: "professional",
    licence: "free",
    switchedOff: "The ranges of its two items, and so its maximum, were not in what was read of the paper.",
    sources: ["S99"],
  },
  "pain-nrs": {
    ...level,
    label: "Pain, 0 to 10",
    min: 0,
    max: 10,
    step: 1,
    direction: "lower-is-better",
    rater: "patient",
    anchors: { 0: "No pain", 10: "The worst pain you can imagine" },
    licence: "free",
    sources: ["S101"],
  },
  satisfaction: {
    ...level,
    label: "Satisfaction, 1 to 5",
    min: 1,
    max: 5,
    step: 1,
    direction: "higher-is-better",
    rater: "patient",
    anchors: { 1: "Very dissatisfied", 2: "Dissatisfied", 3: "Neither", 4: "Satisfied", 5: "Very satisfied" },
    licence: "own",
    sources: unsourced,
  },
} as const satisfies Record<string, Scale>;

export type ScaleId = keyof typeof scales;
export const scaleIds = Object.keys(scales) as readonly ScaleId[];

export function scaleOf(id: ScaleId): Scale {
  return scales[id];
}

export function isScaleId(text: string): text is ScaleId {
  return Object.hasOwn(scales, text);
}

function gais(label: string, rater: "professional" | "patient"): Scale {
  return {
    label,
    min: 1,
    max: 5,
    step: 1,
    direction: "lower-is-better",
    measures: "change",
    rater,
    anchors: { 1: "Very much improved", 2: "Much improved", 3: "Improved", 4: "No change", 5: "Worse" },
    raterNoise: null,
    licence: "free",
    switchedOff: null,
    sources: ["S95"],
  };
}
