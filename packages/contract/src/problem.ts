import { z } from "zod";

export const IssueView = z.object({ path: z.string(), message: z.string() });

/**
 * A problem document (RFC 9457). `code` is stable and what programs read; `title` is for people.
 * `issues` name the fields at fault; `current` is the stored version where an edit came too late.
 */
export const ProblemView = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  issues: z.array(IssueView).optional(),
  current: z.unknown().optional(),
});
export type ProblemView = z.infer<typeof ProblemView>;
