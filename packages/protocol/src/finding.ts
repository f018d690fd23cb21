import { tierOf } from "@fibril/evidence";
import type { Finding, Severity } from "./treatment.ts";

/** What a rule says; the finding adds the tier of its sources. */
export type FindingCells = Omit<Finding, "tier" | "zone"> & { readonly zone?: Finding["zone"] };

export function finding({ rule, severity, path, zone = null, message, sources }: FindingCells): Finding {
  return { rule, severity, path, zone, message, sources, tier: tierOf(sources) };
}

/** The rule and its place, under which a reason is kept beside the finding it answers. */
export function findingKey({ rule, path }: Pick<Finding, "rule" | "path">): string {
  return `${rule}@${path}`;
}

export function only(findings: readonly Finding[], severity: Severity): readonly Finding[] {
  return findings.filter((found) => found.severity === severity);
}
