import type { Cited } from "@fibril/evidence";
import { thinnerMeanTotalMm } from "./thickness.ts";
import { type DepthRow, type Region, type ZoneId, zones } from "./zones.ts";

/** Depths of one row of zones, in millimetres. Proposed defaults: a clinician must sign them for a clinic. */
export interface ZoneDepths extends Cited {
  readonly defaultMm: number;
  /** The upper end of the usual range; the same as the default where the table gives one figure. */
  readonly defaultToMm: number;
  readonly warnAboveMm: number;
  readonly note: string;
}

/** To change a depth, change its row and its test row. */
export const depthRows = {
  "forehead-temple-nose": {
    defaultMm: 0.5,
    defaultToMm: 0.5,
    warnAboveMm: 1,
    note: "Bone is near: less pressure; tram-track scars are reported over bony areas.",
    sources: ["S15", "S37", "S55"],
  },
  periorbital: {
    defaultMm: 0.25,
    defaultToMm: 0.25,
    warnAboveMm: 0.5,
    note: "Only outside the rim of the eye; inside it needling is blocked.",
    sources: ["S6", "S45", "S55"],
  },
  cheek: {
    defaultMm: 0.75,
    defaultToMm: 1,
    warnAboveMm: 1.5,
    note: "Scars up to 1.5 mm; deeper is outside the range that was evaluated.",
    sources: ["S45", "S46", "S55"],
  },
  perioral: { defaultMm: 0.5, defaultToMm: 0.5, warnAboveMm: 1, note: "", sources: ["S51", "S52", "S59"] },
  "chin-jaw": { defaultMm: 0.75, defaultToMm: 0.75, warnAboveMm: 1.5, note: "", sources: ["S51", "S52", "S55"] },
  neck: {
    defaultMm: 0.5,
    defaultToMm: 0.5,
    warnAboveMm: 1,
    note: "Evidence of one device for the neck covers Fitzpatrick II to IV only.",
    sources: ["S2", "S55"],
  },
  "decollete-hands": {
    defaultMm: 0.5,
    defaultToMm: 0.5,
    warnAboveMm: 1,
    note: "No measured figure was seen.",
    sources: ["practice-unsourced"],
  },
  body: {
    defaultMm: 1,
    defaultToMm: 1.5,
    warnAboveMm: 2,
    note: "Scars and striae; a scar under a year old waits.",
    sources: ["S49", "S50"],
  },
} as const satisfies Record<DepthRow, ZoneDepths>;

export function depthsOf(zone: ZoneId): ZoneDepths {
  return depthRows[zones[zone].depthRow];
}

/**
 * The depth in millimetres above which a reason is required: the smaller of the row's "warn above" and, where skin was
 * measured, the mean total thickness of the thinner sex (cheek at the zygoma, chin and jaw below the jaw).
 */
export function thresholdMm(zone: ZoneId): number {
  const { measuredAt } = zones[zone];
  const { warnAboveMm } = depthsOf(zone);
  return measuredAt === null ? warnAboveMm : Math.min(warnAboveMm, thinnerMeanTotalMm(measuredAt));
}

/** Above it a reason is required anywhere on the face: the label evaluated no deeper setting. */
export const faceReasonAboveMm = 1.5;

const blockAboveAnywhereMm = 3;

/** Above it needling is blocked: our own safety limit, which a clinician must confirm. */
export function blockAboveMm(region: Region): number {
  return region === "face" ? 2.5 : blockAboveAnywhereMm;
}

/** Depths are set and recorded in steps of 0.05 mm. */
export const depthStepMm = 0.05;

/** Whether a depth in millimetres is above nothing and on the 0.05 mm scale. */
export function isOnDepthScale(depthMm: number): boolean {
  const steps = depthMm / depthStepMm;
  return Number.isFinite(depthMm) && depthMm > 0 && Math.abs(steps - Math.round(steps)) < 1e-6;
}

/** Compares in whole micrometres, so that no rounding of a binary fraction moves a depth over a limit. */
export function isDeeper(depthMm: number, limitMm: number): boolean {
  return Math.round(depthMm * 1000) > Math.round(limitMm * 1000);
}
