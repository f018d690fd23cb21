import { z } from "zod";
import { Day, Id } from "./common.ts";

export const LegalStartsQuery = z.strictObject({ from: Day, days: z.coerce.number().int().min(1).max(14) });

/** Why a visit can't be on a day at all; on a day that is not barred there may still be no free start. */
export const dayBars = ["past", "not-permitted", "before-permission", "too-soon", "too-late", "closed"] as const;
export const DayBar = z.enum(dayBars);
export type DayBar = z.infer<typeof DayBar>;

export const LegalStartsView = z.object({
  visitId: Id,
  /** The days on which it may be, from the session before it; null for a first session and for a consultation. */
  window: z.object({ from: z.string(), to: z.string(), target: z.string() }).nullable(),
  previous: z.object({ ordinal: z.number().int(), day: z.string() }).nullable(),
  next: z.object({ ordinal: z.number().int(), day: z.string() }).nullable(),
  /** The first day on which treatment may begin; null once it has come, where that rule does not stand, or no decision permits it. */
  notBefore: z.string().nullable(),
  days: z.array(
    z.object({
      day: z.string(),
      barred: DayBar.nullable(),
      /** Why the site is closed, in the clinic's words. */
      closed: z.string().nullable(),
      /** Days after the session before it. */
      gapDays: z.number().int().nullable(),
      /** Whether the sessions after it would have to move too. */
      movesLater: z.boolean(),
      /** Arrivals every five minutes from `from` to `to`, both included, with whatever is free for each of them. */
      runs: z.array(
        z.object({
          practitioner: Id,
          practitionerName: z.string(),
          from: z.string(),
          to: z.string(),
          prepRooms: z.array(Id),
          treatmentRooms: z.array(Id),
          devices: z.array(Id),
        }),
      ),
    }),
  ),
});
export type LegalStartsView = z.infer<typeof LegalStartsView>;
