import { poseIds, scaleIds } from "@fibril/measurement";
import { z } from "zod";
import { Day, Id, Instant, LongText, OptionalText, Reason } from "./common.ts";

export const Pose = z.enum(poseIds as [(typeof poseIds)[number], ...(typeof poseIds)[number][]]);
export const ScaleName = z.enum(scaleIds as [(typeof scaleIds)[number], ...(typeof scaleIds)[number][]]);

const Conditions = {
  camera: OptionalText.nullable(),
  distanceCm: z.number().min(1).max(500).nullable(),
  light: OptionalText.nullable(),
};

/** What goes beside the bytes of a photograph, as the query of the upload. */
export const AddPhotographQuery = z.strictObject({
  pose: Pose,
  takenOn: Day,
  camera: OptionalText.optional(),
  distanceCm: z.coerce.number().min(1).max(500).optional(),
  light: OptionalText.optional(),
  sessionId: Id.optional(),
});
/** A pose that was not photographed, and why: missing is not the same as forgotten. */
export const RefusePhotographBody = z.strictObject({ pose: Pose, takenOn: Day, reason: Reason });

export const PhotographView = z.object({
  id: Id,
  pose: Pose,
  takenOn: z.string(),
  capturedAt: Instant.nullable(),
  widthPx: z.number().int().nullable(),
  heightPx: z.number().int().nullable(),
  conditions: z.object(Conditions),
  refusedReason: z.string().nullable(),
  sessionId: Id.nullable(),
});
export type PhotographView = z.infer<typeof PhotographView>;
export const PhotographForm = z.enum(["display", "thumbnail", "master"]);

export const AddScoreBody = z.strictObject({
  scale: ScaleName,
  area: OptionalText,
  value: z.number(),
  rater: z.enum(["professional", "patient"]),
  recordedOn: Day,
  sessionId: Id.nullable(),
});
export const AddMyScoreBody = z.strictObject({ scale: ScaleName, area: OptionalText, value: z.number() });
export const ScoreView = z.object({
  id: Id,
  scale: ScaleName,
  area: z.string(),
  value: z.number(),
  anchor: z.string(),
  rater: z.string(),
  recordedOn: z.string(),
  sessionId: Id.nullable(),
});
export type ScoreView = z.infer<typeof ScoreView>;

export const MeasurementsView = z.object({
  photographs: z.array(PhotographView),
  scores: z.array(ScoreView),
  /** The scales proposed for this patient's concerns. */
  proposed: z.array(ScaleName),
  /** Whether photographs may be taken for the record at all. */
  photographsAllowed: z.boolean(),
});
export type MeasurementsView = z.infer<typeof MeasurementsView>;

/** Why photographs are opened by somebody who does not treat, in at least 15 characters, and the own password again. */
export const OpenEmergencyAccessBody = z.strictObject({
  reason: LongText.refine((text) => text.trim().length >= 15, "say why, in at least 15 characters"),
  password: z.string().max(1_000),
});
export const EmergencyAccessView = z.object({ id: Id, reason: z.string(), openedAt: Instant, endsAt: Instant });
export type EmergencyAccessView = z.infer<typeof EmergencyAccessView>;
export const CurrentEmergencyAccessView = z.object({ access: EmergencyAccessView.nullable() });
