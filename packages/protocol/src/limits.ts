import { type Cited, constants, unsourced } from "@fibril/evidence";
import { anaestheticLimits } from "./anaesthetics.ts";
import { blockAboveMm, faceReasonAboveMm } from "./depths.ts";
import type { Severity } from "./treatment.ts";

/** A limit that holds for every zone and product, with how strictly it is kept. */
export interface Limit extends Cited {
  readonly severity: Severity;
  readonly says: string;
}

const { maxAreaCm2, maxGrams, maxMinutes, maxLidocainePercent, maxOverTheCounterPercent, minorBelowYears } =
  anaestheticLimits;
const offLabel = { severity: "reason-required", sources: ["S1", "S144"] } as const;
const oneTube = { severity: "warn", sources: ["S72"] } as const;

/** To change how strictly a limit is kept or what it rests on, change its row. */
export const limits = {
  "zone.orbital-rim": {
    severity: "block",
    says: "Nothing is needled inside the rim of the eye.",
    sources: ["S6", "S45"],
  },
  "depth.device-max": {
    severity: "block",
    says: "Never deeper than the device's maximum.",
    sources: ["S144"],
  },
  "depth.face-max": {
    severity: "block",
    says: `Never deeper than ${blockAboveMm("face")} mm on the face: our own limit.`,
    sources: unsourced,
  },
  "depth.max": {
    severity: "block",
    says: `Never deeper than ${blockAboveMm("body")} mm anywhere: our own limit.`,
    sources: unsourced,
  },
  "depth.face-reason": {
    severity: "reason-required",
    says: `Deeper than ${faceReasonAboveMm} mm was not evaluated on the face.`,
    sources: ["S45", "S6"],
  },
  "end-point.oozing": {
    severity: "reason-required",
    says: "Oozing is where needling stops; what was done is written down.",
    sources: ["S67", "S69"],
  },
  "end-point.too-far": {
    severity: "warn",
    says: "Up to 0.5 mm redness is the end point, not bleeding.",
    sources: ["S45"],
  },
  "device.unknown": { ...offLabel, says: "A session names its device: without it the limits are unknown." },
  "device.max-depth-unknown": { ...offLabel, says: "The device's maximum depth is known." },
  "label.age-unknown": { ...offLabel, says: "The age is known, since labels begin at one." },
  "label.age": {
    ...offLabel,
    says: `Below ${constants.labelMinimumAgeYears.value} years, or the label's own age, treatment is off label.`,
  },
  "label.sites-unknown": { ...offLabel, says: "The sites on the device's label are known." },
  "label.site": { ...offLabel, says: "A site outside the device's label is off label." },
  "label.fitzpatrick-unknown": { ...offLabel, says: "The phototype is known where the label names some." },
  "label.fitzpatrick": { ...offLabel, says: "A phototype outside the device's label is off label." },
  "cartridge.single-use": {
    severity: "block",
    says: "A single-use cartridge is never used a second time.",
    sources: ["S45", "S3"],
  },
  "anaesthetic.weight": {
    severity: "block",
    says: `Numbing cream on a person under ${minorBelowYears}, or of unknown age, needs the weight.`,
    sources: unsourced,
  },
  "anaesthetic.combined": { severity: "warn", says: "Doses of several numbing products add up.", sources: unsourced },
  "anaesthetic.area": { ...oneTube, says: `No more than ${maxAreaCm2} cm² of skin under numbing cream.` },
  "anaesthetic.area-unknown": { ...oneTube, says: "The area under numbing cream is written down." },
  "anaesthetic.strength-unknown": {
    severity: "reason-required",
    says: "The strength of a numbing cream is written down.",
    sources: ["S73"],
  },
  "anaesthetic.strength": {
    severity: "warn",
    says: `No more than ${maxLidocainePercent} % lidocaine.`,
    sources: ["S73"],
  },
  "anaesthetic.over-the-counter": {
    severity: "warn",
    says: `No more than ${maxOverTheCounterPercent} % lidocaine over the counter.`,
    sources: ["S74"],
  },
  "anaesthetic.grams-unknown": { ...oneTube, says: "The grams of numbing cream are written down." },
  "anaesthetic.grams": {
    ...oneTube,
    severity: "reason-required",
    says: `No more than the label's grams; where none was seen, ${maxGrams} g.`,
  },
  "anaesthetic.density": {
    ...oneTube,
    severity: "reason-required",
    says: "No thicker than the label's grams on the label's area.",
  },
  "anaesthetic.minutes": {
    severity: "warn",
    says: `No longer on the skin than the label's minutes; where none were seen, ${maxMinutes} minutes.`,
    sources: ["S71", "S72"],
  },
  "anaesthetic.minutes-unknown": {
    severity: "warn",
    says: "The minutes on the skin are written down.",
    sources: ["S71", "S72"],
  },
  "anaesthetic.removal": {
    severity: "block",
    says: "The cream is taken off fully and the skin disinfected before needling.",
    sources: unsourced,
  },
  "topical.not-sterile": {
    severity: "block",
    says: "Only sterile products touch skin whose channels count as open.",
    sources: ["S4", "S14"],
  },
} as const satisfies Record<string, Limit>;

export type LimitId = keyof typeof limits;

export function limitOf(id: LimitId): Limit {
  return limits[id];
}
