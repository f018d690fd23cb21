import { verdicts } from "@fibril/suitability";
import { z } from "zod";
import { Day, Id, Instant, LongText, Reason, ShortText } from "./common.ts";

const SettingUnit = z.enum(["days", "months", "position"]);
/** A wait, or which documented position holds: 0 the founding verdict, 1 the milder one. */
const SettingView = z.object({ unit: SettingUnit, count: z.number().int() });

/** One rule of the clinic's set with a setting, beside what the founding set says and how far it may go. */
export const AdjustableRuleView = z.object({
  rule: z.string(),
  says: z.string(),
  setting: SettingView,
  foundingCount: z.number().int(),
  /** Null: no range was documented, so that it can't be changed. */
  range: z.object({ min: z.number().int(), max: z.number().int(), scope: z.enum(["clinic", "person"]) }).nullable(),
  /** The milder position in words, with its terms; null where none was documented. */
  milder: z.string().nullable(),
  found: z.array(z.object({ says: z.string(), sources: z.array(z.string()) })),
  sources: z.array(z.string()),
});
export type AdjustableRuleView = z.infer<typeof AdjustableRuleView>;

export const SignedChangeView = z.object({
  id: Id,
  rule: z.string(),
  unit: SettingUnit,
  countBefore: z.number().int(),
  countAfter: z.number().int(),
  reason: z.string(),
  setVersion: z.string(),
  signerName: z.string(),
  signerRegistration: z.string(),
  signedAt: Instant,
  /** Null for one that holds for everyone. */
  patient: z.object({ id: Id, name: z.string(), prescriberName: z.string() }).nullable(),
  plansAffected: z.number().int().nullable(),
  /** Why it no longer holds, in words; null while it does. */
  refused: z.string().nullable(),
});
export type SignedChangeView = z.infer<typeof SignedChangeView>;

export const RuleSetView = z.object({
  id: z.string(),
  version: z.string(),
  reviewedBy: z.string().nullable(),
  rules: z.array(AdjustableRuleView),
  /** Newest first. */
  changes: z.array(SignedChangeView),
  /** Whether the caller may sign: a clinician whose registration number is on file. */
  signer: z.object({ maySign: z.boolean(), name: z.string(), registration: z.string().nullable() }),
});
export type RuleSetView = z.infer<typeof RuleSetView>;

const Prescriber = z.strictObject({ name: ShortText, registration: ShortText, opinion: LongText, on: Day });

/** A wait to be changed, in the rule's own unit, or the position to be taken; for everyone, or for one person by a prescriber's written decision. */
const ProposedChange = {
  rule: ShortText,
  count: z.number().int().min(0).max(1_000),
  patientId: Id.nullable(),
};
export const PreviewRuleChangeBody = z.strictObject(ProposedChange);
export type PreviewRuleChangeBody = z.infer<typeof PreviewRuleChangeBody>;

const Verdict = z.enum(verdicts);
const Standing = z.object({ verdict: Verdict, notBefore: z.string().nullable() });

export const AffectedPlanView = z.object({
  patientId: Id,
  patientName: z.string(),
  courseState: z.enum(["planned", "under-way"]).nullable(),
  before: Standing,
  after: Standing,
  turns: z.enum(["stopped", "opened", "neither"]),
});
export type AffectedPlanView = z.infer<typeof AffectedPlanView>;

export const RuleChangePreview = z.object({
  setVersion: z.string(),
  before: SettingView,
  after: SettingView,
  says: z.string(),
  affected: z.array(AffectedPlanView),
});
export type RuleChangePreview = z.infer<typeof RuleChangePreview>;

export const SignRuleChangeBody = z.strictObject({
  ...ProposedChange,
  reason: Reason,
  prescriber: Prescriber.nullable(),
  /** The version whose preview was shown: where the set is another one by now, nothing is signed. */
  setVersionShown: ShortText,
  /** The signer's own password, typed again. */
  password: z.string().min(1).max(200),
});
export type SignRuleChangeBody = z.infer<typeof SignRuleChangeBody>;
