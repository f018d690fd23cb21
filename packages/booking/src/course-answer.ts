import type { CalendarDate } from "@fibril/kernel";

export interface PlacedSession {
  readonly day: CalendarDate;
  /** When the patient arrives, `HH:MM`. */
  readonly start: string;
  readonly practitioner: string;
  readonly prepRoom: string;
  readonly treatmentRoom: string;
  readonly device: string;
}

export interface CostTerms {
  readonly gap: number;
  readonly practitioner: number;
  readonly wait: number;
  readonly preference: number;
}

export interface SuggestedCourse {
  readonly cost: number;
  readonly terms: CostTerms;
  readonly sessions: readonly PlacedSession[];
}

/** The groups of constraints that a refusal can name, in the order in which they are tried. */
export const constraintGroups = [
  "qualification",
  "practitioners",
  "prepRooms",
  "treatmentRooms",
  "devices",
  "opening",
  "weekdays",
  "blockedDays",
  "gapDays",
  "firstSession",
  "notBefore",
] as const;
export type ConstraintGroup = (typeof constraintGroups)[number];

/** A change to the request as an RFC 6902 patch on the input. */
export interface Relaxation {
  readonly change: readonly { readonly op: "replace"; readonly path: string; readonly value: unknown }[];
  /** Of the cheapest course of the changed input. */
  readonly cost: number;
}

export interface Refusal {
  /** The smallest k for which no course of k sessions exists. */
  readonly session: number;
  /** A smallest set of groups that, lifted together, let a course exist; empty where even all of them don't. */
  readonly blocking: readonly ConstraintGroup[];
  readonly relaxations: readonly Relaxation[];
}

export interface CourseAnswer {
  readonly courses: readonly SuggestedCourse[];
  readonly refusal: Refusal | null;
}
