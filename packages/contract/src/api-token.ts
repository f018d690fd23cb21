import { z } from "zod";
import { Id, Instant, StaffRole } from "./common.ts";

/** A program's key to one clinic; the secret itself was shown once and is kept only as a hash. */
export const ApiTokenView = z.object({
  id: Id,
  name: z.string(),
  role: StaffRole,
  createdAt: Instant,
  /** To the hour; null where it was never used. */
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type ApiTokenView = z.infer<typeof ApiTokenView>;
export const ApiTokenListView = z.object({ tokens: z.array(ApiTokenView) });
