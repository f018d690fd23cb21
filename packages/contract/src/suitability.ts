import { untilEvents, verdicts } from "@fibril/suitability";
import { z } from "zod";
import { Day, Id, Instant, LongText, Reason, ShortText, Version } from "./common.ts";

const Verdict = z.enum(verdicts);

export const FindingView = z.object({
  rule: z.string(),
  verdict: Verdict,
  notBefore: z.string().nullable(),
  until: z.enum(untilEvents).nullable(),
  reason: z.string(),
  because: z.array(z.string()),
  adaptations: z.array(z.string()),
  sources: z.array(z.string()),
  tier: z.string(),
  overridable: z.enum(["never", "prescriber", "practitioner", "answer", "none-needed"]),
});
export type FindingView = z.infer<typeof FindingView>;

export const OutcomeView = z.object({
  verdict: Verdict,
  notBefore: z.string().nullable(),
  findings: z.array(FindingView),
  missing: z.array(z.string()),
  ruleSet: z.object({ id: z.string(), version: z.string(), reviewedBy: z.string().nullable() }),
});
export type OutcomeView = z.infer<typeof OutcomeView>;

/** An opinion from outside the clinic: who gave it, under which registration, and what it says. */
export const OutsideOpinion = z.strictObject({ name: ShortText, registration: ShortText, opinion: LongText, on: Day });

export const SignDecisionBody = z.strictObject({
  /** The version of the consultation whose verdict was shown. */
  consultationVersion: Version,
  verdictShown: Verdict,
  decision: z.enum(["agree", "override"]),
  reason: LongText,
  outsideOpinion: OutsideOpinion.nullable(),
});
export type SignDecisionBody = z.infer<typeof SignDecisionBody>;

export const DecisionView = z.object({
  id: Id,
  asOf: z.string(),
  outcome: OutcomeView,
  decision: z.enum(["agree", "override"]),
  reason: z.string(),
  outsideOpinion: OutsideOpinion.extend({ on: z.string() }).nullable(),
  /** Whether it lets treatment go ahead. */
  permits: z.boolean(),
  /** The first day on which it does; null where an answer, an event or a person must come first. */
  bookableFrom: z.string().nullable(),
  signerName: z.string(),
  signedAt: Instant,
});
export type DecisionView = z.infer<typeof DecisionView>;

export const PreconditionView = z.object({
  rule: z.string(),
  text: z.string(),
  met: z.object({ note: z.string(), by: z.string(), at: Instant }).nullable(),
});
export type PreconditionView = z.infer<typeof PreconditionView>;

export const SuitabilityView = z.object({
  /** Computed today from the answers as they stand; null while concern, area or anaesthetic is not chosen. */
  outcome: OutcomeView.nullable(),
  notReady: z.array(z.string()),
  consultationVersion: z.number().int().nullable(),
  decision: DecisionView.nullable(),
  /** True where the answers were changed after the decision was signed. */
  answersChanged: z.boolean(),
  preconditions: z.array(PreconditionView),
  history: z.array(DecisionView),
});
export type SuitabilityView = z.infer<typeof SuitabilityView>;

export const MeetPreconditionBody = z.strictObject({ decisionId: Id, rule: ShortText, text: LongText, note: Reason });
