import { z } from "zod";
import { Instant } from "./common.ts";

/** Where an account is signed in; what it was signed in with is null where the browser did not say. */
export const OpenSignInsView = z.object({
  signIns: z.array(
    z.object({ device: z.string().nullable(), since: Instant, lastSeenAt: Instant, isThisOne: z.boolean() }),
  ),
});
export type OpenSignInsView = z.infer<typeof OpenSignInsView>;
