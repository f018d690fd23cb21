import { urgencies } from "@fibril/recovery";
import { z } from "zod";
import { Id, Instant, LongText, Version } from "./common.ts";

const Urgency = z.enum(urgencies);

export const CheckInView = z.object({
  id: Id,
  sessionId: Id,
  ordinal: z.number().int(),
  daySinceSession: z.number().int(),
  dueOn: z.string(),
  state: z.enum(["to-come", "due", "answered", "overdue"]),
  answeredAt: Instant.nullable(),
  answeredBy: z.string().nullable(),
  urgency: Urgency.nullable(),
  /** Who looked at what it raised; null where nobody has yet, or nobody needs to. */
  lookedAt: z.object({ by: z.string(), at: Instant }).nullable(),
  advice: z.string().nullable(),
  version: z.number().int(),
});
export type CheckInView = z.infer<typeof CheckInView>;

export const TriageRowView = z.object({
  row: z.string(),
  urgency: Urgency,
  sign: z.string(),
  answer: z.string(),
  thinkOf: z.string(),
  action: z.string(),
  sources: z.array(z.string()),
});
/** For those who treat: the answers and every row that fired. */
export const ClinicalCheckInView = CheckInView.extend({
  answers: z.record(z.string(), z.string()).nullable(),
  rows: z.array(TriageRowView),
  unknown: z.array(z.string()),
});
export type ClinicalCheckInView = z.infer<typeof ClinicalCheckInView>;

export const CheckInsView = z.object({ checkIns: z.array(ClinicalCheckInView) });
export const MyCheckInsView = z.object({ checkIns: z.array(CheckInView) });
export const AnswerCheckInBody = z.strictObject({
  version: Version,
  answers: z.record(z.string().max(60), z.string().max(60)),
});

export const TaskView = z.object({
  id: Id,
  /** `rule-change`: a plan that a changed rule answers otherwise. */
  kind: z.enum(["red-flag", "rule-change"]),
  patientId: Id,
  patientName: z.string(),
  urgency: Urgency,
  summary: z.string(),
  raisedAt: Instant,
  dueAt: Instant,
  escalatedAt: Instant.nullable(),
  acknowledged: z.object({ by: z.string(), at: Instant, note: z.string() }).nullable(),
  version: z.number().int(),
});
export type TaskView = z.infer<typeof TaskView>;
export const TasksView = z.object({ tasks: z.array(TaskView) });
export const AcknowledgeTaskBody = z.strictObject({ version: Version, note: LongText });

export const AftercareView = z.object({
  sessionId: Id,
  performedOn: z.string(),
  days: z.array(
    z.object({
      day: z.number().int(),
      instructions: z.array(
        z.object({
          id: z.string(),
          words: z.string(),
          fromHour: z.number(),
          toHour: z.number(),
          sources: z.array(z.string()),
          basis: z.enum(["sourced", "practice"]),
        }),
      ),
    }),
  ),
});
export type AftercareView = z.infer<typeof AftercareView>;
export const AftercaresView = z.object({ plans: z.array(AftercareView) });
