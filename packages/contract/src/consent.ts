import { consentKinds, photographPurposes } from "@fibril/consent";
import { z } from "zod";
import { Id, Instant, LongText, OptionalReason, Reason, ShortText } from "./common.ts";

const Kind = z.enum(consentKinds);
const Purpose = z.enum(photographPurposes);

export const ConsentTextView = z.object({
  id: Id,
  kind: Kind,
  version: z.number().int(),
  language: z.string(),
  title: z.string(),
  body: z.string(),
  fields: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      kind: z.enum(["yes-no", "text"]),
      required: z.boolean(),
      mustBe: z.literal("yes").optional(),
    }),
  ),
  sha256: z.string(),
});
export type ConsentTextView = z.infer<typeof ConsentTextView>;

/** Drawn with a finger, pen or mouse on a ground of 600 by 200, as the moves and lines of an SVG path; or a name typed. */
export const Signature = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("drawn"),
    path: z
      .string()
      .min(4)
      .max(60_000)
      .regex(/^[ML0-9 .,-]+$/),
  }),
  z.strictObject({ kind: z.literal("typed"), name: ShortText }),
]);
export type Signature = z.infer<typeof Signature>;

export const SignConsentBody = z.strictObject({
  textId: Id,
  /** The hash of the text as it was shown: another one is refused. */
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  answers: z.record(z.string().max(60), LongText),
  purposes: z.array(Purpose).max(3),
  signer: z.enum(["patient", "guardian"]),
  guardianId: Id.nullable(),
  signerName: ShortText,
  signature: Signature,
  deviceTime: Instant,
});
export type SignConsentBody = z.infer<typeof SignConsentBody>;

export const WithdrawConsentBody = z.strictObject({ purpose: Purpose.nullable(), reason: Reason });
/** Taking back is as easy as giving: a patient owes no reason. */
export const WithdrawMyConsentBody = z.strictObject({ purpose: Purpose.nullable(), reason: OptionalReason });

export const ConsentView = z.object({
  id: Id,
  kind: Kind,
  textId: Id,
  textVersion: z.number().int(),
  title: z.string(),
  answers: z.record(z.string(), z.string()),
  purposes: z.array(Purpose),
  signer: z.enum(["patient", "guardian"]),
  signerName: z.string(),
  signature: Signature,
  signedAt: Instant,
  /** False where the stored content no longer has the hash that was signed. */
  intact: z.boolean(),
  withdrawals: z.array(z.object({ purpose: Purpose.nullable(), reason: z.string(), by: z.string(), at: Instant })),
});
export type ConsentView = z.infer<typeof ConsentView>;

const Standing = z.enum(["given", "missing", "withdrawn", "outdated", "outgrown"]);
export const ConsentStateView = z.object({
  treatment: Standing,
  assent: Standing.nullable(),
  photographPurposes: z.array(Purpose),
  photographsAsked: z.boolean(),
  permits: z.boolean(),
});
export type ConsentStateView = z.infer<typeof ConsentStateView>;

export const ConsentsView = z.object({
  state: ConsentStateView,
  texts: z.array(ConsentTextView),
  consents: z.array(ConsentView),
});
export type ConsentsView = z.infer<typeof ConsentsView>;
