import type { Cited } from "./cited.ts";
import { unsourced } from "./unsourced.ts";

/** A clinical figure that more than one part of the product uses. Figures of one part live in that part. */
export interface EvidenceConstant extends Cited {
  readonly value: number;
  readonly unit: string;
  readonly meaning: string;
}

/** To change a figure, change its row: nothing else in the product repeats it. */
export const constants = {
  channelsOpenHours: {
    value: 24,
    unit: "h",
    meaning: "Channels count as open after needling: sterile products only, no occlusion",
    sources: ["S115", "S53", "S54"],
  },
  channelsOpenHoursDeep: {
    value: 48,
    unit: "h",
    meaning: "Channels count as open after needling at the deep threshold or deeper",
    sources: ["S54"],
  },
  deepNeedlingMm: {
    value: 1.5,
    unit: "mm",
    meaning:
      "From this depth the longer time of open channels holds; deeper is outside what the label evaluated on the face",
    sources: ["S54", "S45"],
  },
  labelMinimumAgeYears: {
    value: 22,
    unit: "years",
    meaning: "Authorised indications begin at this age; below it treatment is off label",
    sources: ["S1"],
  },
  transientEventsMaxDays: {
    value: 7,
    unit: "days",
    meaning: "Outer limit of passing reactions in the 85-article review; longer is a flag",
    sources: ["S14"],
  },
  sessionGapMinDays: {
    value: 28,
    unit: "days",
    meaning: "Shortest gap between sessions",
    sources: ["S57", "S58", "S62", "S63"],
  },
  sessionGapMaxDays: { value: 42, unit: "days", meaning: "Longest gap between sessions", sources: ["S42", "S66"] },
  sessionGapTargetDays: {
    value: 35,
    unit: "days",
    meaning: "Target gap between sessions, the middle of the founding document's four to six weeks",
    sources: unsourced,
  },
} as const satisfies Record<string, EvidenceConstant>;

export type ConstantId = keyof typeof constants;
