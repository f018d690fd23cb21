import { anaesthetics, areas, concerns, type ScreeningAnswers } from "@fibril/suitability";
import { z } from "zod";
import { Id, Instant, LongText, ShortText, Version } from "./common.ts";

export const ConcernAtZone = z.strictObject({
  concern: z.enum(concerns),
  zone: ShortText,
  /** 0 none, 1 slight, 2 moderate, 3 marked, 4 severe. */
  severity: z.number().int().min(0).max(4),
});
export type ConcernAtZone = z.infer<typeof ConcernAtZone>;

/**
 * Answers by question, in the form of `fibril screen`; one left out was not asked. Their shape is checked by the
 * screening itself, which names every fault.
 */
export const Answers = z.record(z.string().max(60), z.unknown());

const Examination = {
  concerns: z.array(ConcernAtZone).max(200),
  area: z.enum(areas).nullable(),
  anaesthetic: z.enum(anaesthetics).nullable(),
  fitzpatrick: z.number().int().min(1).max(6).nullable(),
  skinNotes: LongText,
};

export const ChangeConsultationBody = z.strictObject({ version: Version, answers: Answers, ...Examination });
export type ChangeConsultationBody = z.infer<typeof ChangeConsultationBody>;
/** What a patient may say from home: the answers and what they would like treated. */
export const ChangeMyIntakeBody = z.strictObject({
  version: Version,
  answers: Answers,
  concerns: z.array(z.enum(concerns)).max(9),
  finished: z.boolean(),
});

export const ConsultationView = z.object({
  id: Id,
  patientId: Id,
  answers: z.record(z.string(), z.unknown()),
  ...Examination,
  answeredByPatientAt: Instant.nullable(),
  openedAt: Instant,
  version: z.number().int(),
});
export type ConsultationView = Omit<z.infer<typeof ConsultationView>, "answers"> & { answers: Record<string, unknown> };
export type { ScreeningAnswers };

/** What a practitioner typed and has not kept yet; `version` 0 where nothing was kept as a draft before. */
export const KeepConsultationDraftBody = z.strictObject({
  version: z.number().int().min(0).max(2_147_483_647),
  /** The consultation's version that was being edited. */
  startedFrom: Version,
  content: z.strictObject({ answers: Answers, ...Examination }),
});
export const ConsultationDraftView = z.object({
  startedFrom: z.number().int(),
  content: z.object({ answers: z.record(z.string(), z.unknown()), ...Examination }),
  savedBy: z.string(),
  savedAt: Instant,
  version: z.number().int(),
});
export type ConsultationDraftView = z.infer<typeof ConsultationDraftView>;

export const MyIntakeView = z.object({
  answers: z.record(z.string(), z.unknown()),
  concerns: z.array(z.enum(concerns)),
  finishedAt: Instant.nullable(),
  version: z.number().int(),
});
export type MyIntakeView = z.infer<typeof MyIntakeView>;
