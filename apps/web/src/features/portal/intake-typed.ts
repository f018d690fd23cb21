import type { Concern } from "@fibril/suitability";
import type { IntakeAnswers } from "./intake-answers.ts";

/** What a patient has typed so far, with the version that it started from. */
export interface Typed {
  readonly version: number;
  readonly answers: IntakeAnswers;
  readonly concerns: readonly Concern[];
}
