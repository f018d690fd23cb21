import { ApiProblem } from "../api/api-problem.ts";

/** The message of one field, for a Mantine input's `error`; null where the field is right. */
export function fieldIssue(fault: Error | null, path: string): string | null {
  if (!(fault instanceof ApiProblem)) return null;
  return fault.issues.find((issue) => issue.path === path)?.message ?? null;
}
