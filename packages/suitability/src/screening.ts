import type { EvidenceTier } from "@fibril/evidence";
import type { CalendarDate } from "@fibril/kernel";
import type { QuestionId, ScreeningAnswer } from "./questions.ts";
import type { Overridable, Verdict } from "./verdict.ts";

export const sexes = ["female", "male", "other", "unknown"] as const;
export type Sex = (typeof sexes)[number];

export const concerns = [
  "fine-lines",
  "uneven-tone",
  "rough-texture",
  "enlarged-pores",
  "early-ageing",
  "mild-acne-scars",
  "dullness",
  "thin-skin",
  "loss-of-elasticity",
] as const;
export type Concern = (typeof concerns)[number];

export const areas = ["face", "neck", "decollete", "hands", "body"] as const;
export type Area = (typeof areas)[number];

export const anaesthetics = ["none", "lidocaine", "lidocaine-prilocaine", "lidocaine-tetracaine", "other"] as const;
export type Anaesthetic = (typeof anaesthetics)[number];

export const fitzpatricks = [1, 2, 3, 4, 5, 6] as const;
/** Fitzpatrick phototype, I to VI. */
export type Fitzpatrick = (typeof fitzpatricks)[number];

export type ScreeningAnswers = { readonly [Id in QuestionId]?: ScreeningAnswer<Id> };

/** What is known about one person on one day. A question left out was not asked. */
export interface Screening {
  readonly asOf: CalendarDate;
  readonly patient: {
    readonly birthDate: CalendarDate;
    readonly sex: Sex;
    /** null: not assessed. */
    readonly fitzpatrick: Fitzpatrick | null;
  };
  readonly request: {
    readonly concerns: readonly Concern[];
    readonly area: Area;
    readonly anaesthetic: Anaesthetic;
    readonly guardianConsent: boolean;
  };
  readonly answers: ScreeningAnswers;
}

/** The event a deferral waits for where no date is known. */
export const untilEvents = [
  "pregnancy-ended",
  "breastfeeding-ended",
  "diabetes-controlled",
  "lesion-closed",
  "acne-quiet",
  "skin-clear",
  "date-known",
] as const;
export type UntilEvent = (typeof untilEvents)[number];

/** One rule that holds, with what it rests on. */
export interface Finding {
  readonly rule: string;
  readonly verdict: Exclude<Verdict, "suitable">;
  readonly notBefore: CalendarDate | null;
  readonly until: UntilEvent | null;
  readonly reason: string;
  /** The answers used, by their names without `answers.`. */
  readonly because: readonly string[];
  readonly adaptations: readonly string[];
  readonly sources: readonly string[];
  readonly tier: EvidenceTier;
  readonly overridable: Overridable;
}

/** Advice to a professional, who decides and signs; nothing in it is an approval. */
export interface ScreeningOutcome {
  readonly verdict: Verdict;
  /** The latest `notBefore` of all findings, whatever the verdict. */
  readonly notBefore: CalendarDate | null;
  readonly findings: readonly Finding[];
  readonly missing: readonly string[];
  readonly ruleSet: { readonly id: string; readonly version: string; readonly reviewedBy: string | null };
}
