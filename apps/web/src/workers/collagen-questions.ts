import type { BandRequest, Bands, PopulationBand } from "@fibril/collagen";

/** Two schedules under one setting; both are worked out member by member, so that their difference is too. */
export interface WhatIfRequest {
  /** Ascending, the first on day 0. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly ageYears: number;
  readonly needleLengthMm: number;
  readonly channelsPerCm2: number;
  readonly horizonDays: number;
  readonly everyDays: number;
}

export interface WhatIfBands {
  /** What was asked: the answer is drawn with its own sessions, also while a newer question is being worked out. */
  readonly request: WhatIfRequest;
  readonly modelVersion: string;
  readonly ensembleSha256: string;
  readonly days: readonly number[];
  readonly first: Bands;
  readonly second: Bands;
  /** Second minus first of each member. */
  readonly difference: Bands;
}

/** What the worker is asked, and what it answers. */
export interface CollagenAnswers {
  readonly timeline: { readonly request: BandRequest; readonly answer: PopulationBand | null };
  readonly "what-if": { readonly request: WhatIfRequest; readonly answer: WhatIfBands | null };
}

export type CollagenKind = keyof CollagenAnswers;

export type CollagenQuestion = {
  readonly [Kind in CollagenKind]: { readonly kind: Kind; readonly request: CollagenAnswers[Kind]["request"] };
}[CollagenKind];

/** Asked before any question, and not answered. */
export interface CollagenWarmUp {
  readonly kind: "warm";
}

export type CollagenReply<Answer> = { readonly share: number } | { readonly answer: Answer };
