import { type Cited, unsourced } from "@fibril/evidence";

/** How far another treatment stays from a needling session, in whole days. */
export interface Combination extends Cited {
  readonly label: string;
  readonly sameVisit: "allowed" | "reason-required" | "never";
  readonly minDaysApart: number;
  readonly range: string;
  readonly evidence: string;
  /** What the spacing rests on, where that is not what the evidence rests on. */
  readonly spacingSources?: Cited["sources"];
}

/** To change a spacing, change its row. Where our own spacing is a range, the longer end holds. */
export const combinations = {
  "superficial-peel": {
    label: "Superficial peel",
    sameVisit: "reason-required",
    minDaysApart: 21,
    range: "2 to 3 weeks; alternating in trials",
    evidence: "One randomised trial, 52 completed: better scar scores with alternating peels.",
    sources: ["S42", "S43", "S66"],
  },
  "platelet-rich-plasma": {
    label: "Platelet-rich plasma",
    sameVisit: "allowed",
    minDaysApart: 0,
    range: "same day",
    evidence: "14 studies, 472 patients; blood-borne controls.",
    sources: ["S3", "S85"],
  },
  "hydration-facial": {
    label: "Hydration facial",
    sameVisit: "reason-required",
    minDaysApart: 14,
    range: "1 to 2 weeks before, after day 7 (ours)",
    evidence: "No trial seen.",
    sources: ["practice-unsourced"],
  },
  "skin-booster": {
    label: "Bioremodelling or skin-booster hyaluronic acid",
    sameVisit: "never",
    minDaysApart: 28,
    range: "2 to 4 weeks; never through fresh channels (ours)",
    evidence: "Hyaluronic acid alone: 13 studies; no trial of the interval.",
    sources: ["S86"],
    spacingSources: unsourced,
  },
  "tranexamic-acid": {
    label: "Tranexamic acid, sterile, by a prescriber",
    sameVisit: "reason-required",
    minDaysApart: 0,
    range: "2 to 4 weeks",
    evidence: "Meta-analyses positive; relapse is usual.",
    sources: ["S37"],
  },
  "botulinum-toxin": {
    label: "Botulinum toxin",
    sameVisit: "reason-required",
    minDaysApart: 14,
    range: "2 weeks to 6 months; toxin first",
    evidence: "Practice only.",
    sources: ["S11", "S26", "S30", "S40"],
  },
  filler: {
    label: "Filler",
    sameVisit: "reason-required",
    minDaysApart: 28,
    range: "2 weeks to 12 months",
    evidence: "Expert panel.",
    sources: ["S40"],
  },
  "laser-non-ablative": {
    label: "Non-ablative laser",
    sameVisit: "reason-required",
    minDaysApart: 28,
    range: "no published interval seen",
    evidence: "Practice only.",
    sources: ["practice-unsourced"],
  },
  "laser-fractional-co2": {
    label: "Fractional CO2 laser",
    sameVisit: "reason-required",
    minDaysApart: 90,
    range: "3 months, no published interval seen",
    evidence: "Stronger per session, more pigment change.",
    sources: ["S37"],
    spacingSources: unsourced,
  },
  "led-light": {
    label: "Red or near-infrared light",
    sameVisit: "allowed",
    minDaysApart: 0,
    range: "same day",
    evidence: "Low: a trial of light alone, none after needling.",
    sources: ["S87"],
  },
  "rf-microneedling": {
    label: "Radio-frequency microneedling",
    sameVisit: "never",
    minDaysApart: 84,
    range: "8 to 12 weeks, no published interval seen",
    evidence: "A separate procedure, with a regulator's warning.",
    sources: ["S84"],
    spacingSources: unsourced,
  },
} as const satisfies Record<string, Combination>;

export type CombinationId = keyof typeof combinations;
export const combinationIds = Object.keys(combinations) as readonly CombinationId[];
