import type { Cited } from "@fibril/evidence";

/** What the literature did for a concern, and how far it can be believed. */
export interface ConcernProtocol extends Cited {
  readonly label: string;
  readonly strength: "strong" | "moderate" | "weak" | "histology-only" | "indirect" | "opinion";
  /** null: no protocol of needling alone was seen. */
  readonly sessions: { readonly from: number; readonly to: number } | null;
  readonly gapWeeks: number | null;
  readonly finding: string;
}

/** One row per concern of the founding document. */
export const concernProtocols = {
  "fine-lines": {
    label: "Fine lines",
    strength: "moderate",
    sessions: { from: 4, to: 4 },
    gapWeeks: 4,
    finding:
      "48 people, 4 sessions 30 days apart: wrinkle score 1.23 lower at day 150 (99 % interval 1.11 to 1.34), no control group.",
    sources: ["S57", "S58", "S59"],
  },
  "uneven-tone": {
    label: "Uneven tone",
    strength: "weak",
    sessions: { from: 4, to: 6 },
    gapWeeks: 4,
    finding: "Studied mostly as a way to deliver tranexamic acid; weak for needling alone.",
    sources: ["S37"],
  },
  "rough-texture": {
    label: "Rough texture",
    strength: "moderate",
    sessions: { from: 4, to: 4 },
    gapWeeks: 4,
    finding: "48 people: texture score 1.54 lower (1.33 to 1.75), no control group.",
    sources: ["S57"],
  },
  "enlarged-pores": {
    label: "Enlarged pores",
    strength: "weak",
    sessions: { from: 3, to: 4 },
    gapWeeks: null,
    finding: "No randomised trial of needling alone was seen; pores may look smaller.",
    sources: ["S37"],
  },
  "early-ageing": {
    label: "Early ageing",
    strength: "histology-only",
    sessions: { from: 6, to: 6 },
    gapWeeks: 2,
    finding:
      "10 people, 6 sessions 2 weeks apart: more collagen in biopsies, elastin lower. The course rule here is longer.",
    sources: ["S60"],
  },
  "mild-acne-scars": {
    label: "Mild acne scars",
    strength: "strong",
    sessions: { from: 3, to: 5 },
    gapWeeks: 4,
    finding: "12 randomised trials, 414 people, better than comparators; ice-pick scars barely respond.",
    sources: ["S36", "S61", "S62", "S63"],
  },
  dullness: {
    label: "Dullness",
    strength: "opinion",
    sessions: null,
    gapWeeks: null,
    finding: "No specific study was seen.",
    sources: ["practice-unsourced"],
  },
  "thin-skin": {
    label: "Thin skin",
    strength: "indirect",
    sessions: null,
    gapWeeks: null,
    finding: "Ultrasound density rose; the thinnest skin needs the shallowest setting, fragile skin another opinion.",
    sources: ["S64"],
  },
  "loss-of-elasticity": {
    label: "Loss of elasticity",
    strength: "moderate",
    sessions: { from: 4, to: 4 },
    gapWeeks: 4,
    finding:
      "48 people: laxity score 1.09 lower (0.93 to 1.26); elasticity 28.2 % higher in a second study; no control group.",
    sources: ["S57", "S64"],
  },
} as const satisfies Record<string, ConcernProtocol>;

export type ConcernWithProtocol = keyof typeof concernProtocols;
