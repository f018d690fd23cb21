import { z } from "zod";
import { OverridableRules, SessionPlace, SuggestCourseBody } from "./booking.ts";
import { Day, Id, TimeOfDay } from "./common.ts";

/** A course by hand: the days and hours that somebody wants, whoever and whatever serves them. */
export const TryCourseBody = z.strictObject({
  siteId: Id,
  gapDays: SuggestCourseBody.shape.gapDays,
  practitionerId: Id.nullable(),
  sessions: z
    .array(z.strictObject({ day: Day, start: TimeOfDay }))
    .min(3)
    .max(6),
});
export type TryCourseBody = z.infer<typeof TryCourseBody>;

const sessionBars = [
  "past",
  "before-permission",
  "not-after",
  "closed",
  "outside-opening",
  "skipped-by-clock",
] as const;
export type SessionBar = (typeof sessionBars)[number];
const visitNeeds = ["practitioner", "prep-room", "treatment-room", "device"] as const;
export type VisitNeed = (typeof visitNeeds)[number];
const needRefusals = ["on-leave", "not-qualified", "out-of-service", "taken"] as const;
export type NeedRefusal = (typeof needRefusals)[number];

export const TriedCourseView = z.object({
  /** The first day on which treatment may begin. */
  permittedFrom: z.string(),
  sessions: z.array(
    z.object({
      day: z.string(),
      start: z.string(),
      /** Who and what would serve it; null where it can't be. */
      place: SessionPlace.extend({ day: z.string(), start: z.string() }).nullable(),
      practitionerName: z.string(),
      roomName: z.string(),
      /** Why nobody can come then, whoever and whatever is free. */
      bar: z.enum(sessionBars).nullable(),
      /** What is missing, with everybody or everything of that kind and why not. */
      unmet: z
        .object({
          need: z.enum(visitNeeds),
          tried: z.array(z.object({ name: z.string(), why: z.enum(needRefusals) })),
        })
        .nullable(),
      gapDays: z.number().int().nullable(),
      broken: OverridableRules.shape.overridable,
    }),
  ),
});
export type TriedCourseView = z.infer<typeof TriedCourseView>;
