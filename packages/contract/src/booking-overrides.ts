import { z } from "zod";
import { overridableRules, VisitView } from "./booking.ts";
import { Day, Id, Instant } from "./common.ts";

export const BookingOverridesQuery = z.strictObject({ from: Day.optional(), to: Day.optional() });
export const BookingOverridesView = z.object({
  overrides: z.array(
    z.object({
      id: Id,
      at: Instant,
      by: z.string(),
      role: z.enum(["owner", "manager"]),
      rule: z.enum(overridableRules),
      said: z.string(),
      reason: z.string(),
      visitId: Id,
      patientId: Id,
      patientName: z.string(),
      kind: VisitView.shape.kind,
      ordinal: z.number().int().nullable(),
      /** Where the visit stands now; it may have moved since. */
      day: z.string(),
      start: z.string(),
    }),
  ),
});
export type BookingOverridesView = z.infer<typeof BookingOverridesView>;
