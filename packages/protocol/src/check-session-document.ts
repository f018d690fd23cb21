import { type InputIssue, ok, type Result } from "@fibril/kernel";
import { checkSession } from "./check-session.ts";
import { parseTreatment } from "./parse-treatment.ts";
import { type Finding, type Severity, severities } from "./treatment.ts";

export interface SessionCheck {
  /** The strictest severity found; `none` where there is no finding, which is no approval. */
  readonly strictest: Severity | "none";
  readonly findings: readonly Finding[];
}

/** `fibril protocol check`: checks a document and answers it, or lists every issue found. */
export function checkSessionDocument(document: unknown): Result<SessionCheck, readonly InputIssue[]> {
  const treatment = parseTreatment(document);
  if (!treatment.ok) return treatment;
  const findings = checkSession(treatment.value);
  const strictest = severities.find((severity) => findings.some((found) => found.severity === severity));
  return ok({ strictest: strictest ?? "none", findings });
}
