import { z } from "zod";
import { VisitView } from "./booking.ts";
import { Id } from "./common.ts";

export const pathwaySteps = [
  "consultation",
  "suitability",
  "consent",
  "plan",
  "sessions",
  "recovery",
  "result",
] as const;
export const PathwayStep = z.enum(pathwaySteps);
export type PathwayStep = z.infer<typeof PathwayStep>;

/** `stopped`: cannot go on as things stand; `waiting`: goes on by itself at a date. */
export const PathwayState = z.enum(["done", "next", "later", "waiting", "stopped"]);

export const PathwayView = z.object({
  steps: z.array(
    z.object({ step: PathwayStep, state: PathwayState, detail: z.string(), missing: z.array(z.string()) }),
  ),
  /** The one next step; null where nothing is left to do. */
  next: z.object({ step: PathwayStep, action: z.string() }).nullable(),
  /** The first day on which treatment may be booked; null where it may not. */
  bookableFrom: z.string().nullable(),
});
export type PathwayView = z.infer<typeof PathwayView>;

export const TodayView = z.object({
  day: z.string(),
  visits: z.array(
    z.object({
      visit: VisitView,
      /** The one who asks is booked for it. */
      isOwn: z.boolean(),
      missing: z.array(z.string()),
      next: z.string(),
      alerts: z.array(z.string()),
    }),
  ),
  tasks: z.number().int(),
});
export type TodayView = z.infer<typeof TodayView>;

export const PatientListEntry = z.object({ id: Id, name: z.string() });
