import type { Cited } from "@fibril/evidence";
import { isDeeper } from "./depths.ts";

export const endPoints = ["erythema", "pinpoint-bleeding", "oozing"] as const;
/** Where the pass stopped. Oozing is where needling must stop at once. */
export type EndPoint = (typeof endPoints)[number];

export const directions = ["horizontal", "vertical", "diagonal", "stamped"] as const;
export type Direction = (typeof directions)[number];

export const bleedingGrades = ["none", "pinpoint-scattered", "pinpoint-uniform", "oozing"] as const;
export type BleedingGrade = (typeof bleedingGrades)[number];

/** Speed is recorded only: no trial that compares speeds was seen. */
export const techniqueFacts = {
  passesPerQuadrant: { from: 4, to: 6, sources: ["S49"] },
  perpendicularContact: { rule: "The tip meets the skin at a right angle.", sources: ["S67"] },
  directions: { rule: "Horizontal, vertical and diagonal.", sources: ["S69"] },
} as const satisfies Record<string, Cited & Readonly<Record<string, unknown>>>;

/** The end point that fits a depth: redness up to 0.5 mm, uniform pinpoint bleeding from 1.0 mm, either between. */
export function expectedEndPoints(depthMm: number): readonly EndPoint[] {
  if (!isDeeper(depthMm, 0.5)) return ["erythema"];
  return isDeeper(1, depthMm) ? ["erythema", "pinpoint-bleeding"] : ["pinpoint-bleeding"];
}
