import { tierOf } from "@fibril/evidence";
import type { Finding, Severity } from "./treatment.ts";

/** What a rule says; the finding adds the tier of its sources. */
export type FindingCells = Omit<Finding, "tier" | "zone"> & { readonly zone?: Finding["zone"] };

export function finding({ rule, severity, path, zone = null, message, sources }: FindingCells): Finding {
  return { rule, severity, path, zone, message, sources, tier: tierOf(sources) };
}

/**
 * The rule and its zone (or its place where it has none), under which a reason is kept. A zone is named, not counted, so
 * that a reason never passes to another zone when one is taken out.
 */
export function findingKey({ rule, zone, path }: Pick<Finding, "rule" | "zone" | "path">): string {
  return `${rule}@${zone ?? path}`;
}

export function only(findings: readonly Finding[], severity: Severity): readonly Finding[] {
  return findings.filter((found) => found.severity === severity);
}
