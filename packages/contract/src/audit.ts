import { z } from "zod";
import { Id, Instant, OptionalText } from "./common.ts";

export const AuditQuery = z.strictObject({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  patientId: Id.optional(),
  subjectId: Id.optional(),
  action: OptionalText.optional(),
  actor: OptionalText.optional(),
});

export const AuditEventView = z.object({
  sequence: z.number().int(),
  at: Instant,
  actor: z.string(),
  role: z.string(),
  action: z.string(),
  noun: z.string(),
  subjectId: Id.nullable(),
  patientId: Id.nullable(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEventView = z.infer<typeof AuditEventView>;
export const AuditPageView = z.object({ events: z.array(AuditEventView), next: z.number().int().nullable() });
export type AuditPageView = z.infer<typeof AuditPageView>;

export const AuditVerdictView = z.object({
  events: z.number().int(),
  fault: z
    .object({
      sequence: z.number().int(),
      what: z.enum(["row-changed", "row-missing", "chain-broken", "head-differs"]),
    })
    .nullable(),
});
export type AuditVerdictView = z.infer<typeof AuditVerdictView>;

export const WhoSawMyRecordView = z.object({
  events: z.array(AuditEventView.pick({ at: true, actor: true, role: true, action: true, noun: true })),
});
export type WhoSawMyRecordView = z.infer<typeof WhoSawMyRecordView>;
