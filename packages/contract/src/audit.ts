import { z } from "zod";
import { Day, Id, Instant, OptionalText, Reason } from "./common.ts";

export const AuditQuery = z.strictObject({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  patientId: Id.optional(),
  /** The clinic's own number of a patient, as it stands on their page. */
  patientNumber: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
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
  /** The clinic's own number of that patient; an auditor reads no names. */
  patientNumber: z.number().int().nullable(),
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
      what: z.enum(["row-changed", "row-missing", "chain-broken", "head-differs", "anchor-differs"]),
    })
    .nullable(),
});
export type AuditVerdictView = z.infer<typeof AuditVerdictView>;

export const WhoSawMyRecordView = z.object({
  events: z.array(AuditEventView.pick({ at: true, actor: true, role: true, action: true, noun: true })),
});
export type WhoSawMyRecordView = z.infer<typeof WhoSawMyRecordView>;

/** One week, Monday to Sunday at the clinic, in which photographs were opened in an emergency. */
export const EmergencyWeekView = z.object({
  weekStartsOn: z.string(),
  weekEndsOn: z.string(),
  state: z.enum(["under-way", "to-review", "reviewed"]),
  uses: z.array(
    z.object({
      id: Id,
      by: z.string(),
      patientId: Id,
      patientNumber: z.number().int(),
      /** Initials alone for an auditor. */
      patientName: z.string(),
      reason: z.string(),
      openedAt: Instant,
      endsAt: Instant,
      minutes: z.number(),
      /** What was looked at while it was open; empty where nothing was. */
      opened: z.array(
        z.object({ photographId: Id, pose: z.string(), takenOn: z.string(), looks: z.number().int().min(1) }),
      ),
    }),
  ),
  reviews: z.array(
    z.object({
      id: Id,
      by: z.string(),
      role: z.enum(["owner", "auditor"]),
      note: z.string(),
      /** The reviewer opened photographs in this week themselves. */
      ownUse: z.boolean(),
      at: Instant,
    }),
  ),
});
export type EmergencyWeekView = z.infer<typeof EmergencyWeekView>;
export const EmergencyReportView = z.object({ weeks: z.array(EmergencyWeekView) });
export type EmergencyReportView = z.infer<typeof EmergencyReportView>;
export const EmergencyWeekParams = z.strictObject({ weekStartsOn: Day });
export const ReviewEmergencyWeekBody = z.strictObject({ note: Reason });
