import { type Cited, tierOf } from "@fibril/evidence";
import type { AnaestheticQuestion } from "./anaesthetics.ts";
import { type LimitId, limitOf } from "./limits.ts";
import type { Finding, Severity } from "./treatment.ts";

interface Place {
  readonly path: string;
  readonly zone?: Finding["zone"];
  readonly message: string;
}

/** A rule whose strictness and sources are those of a row: of a zone, a product, a question or another treatment. */
export interface RowFinding extends Place, Cited {
  readonly rule:
    | "depth.zone-threshold"
    | "topical.banned"
    | "topical.prescriber"
    | "combination.too-close"
    | "combination.same-visit"
    | `anaesthetic.${AnaestheticQuestion}`;
  readonly severity: Severity;
}

/** A limit that holds everywhere: its strictness and sources stand in the table of limits. */
export interface LimitFinding extends Place {
  readonly rule: LimitId;
}

export type FindingCells = RowFinding | LimitFinding;

/** Writes out what a rule says, with the tier of its sources. */
export function finding(cells: FindingCells): Finding {
  const { rule, path, zone = null, message } = cells;
  const { severity, sources } = "sources" in cells ? cells : limitOf(cells.rule);
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
