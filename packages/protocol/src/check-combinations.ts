import { type Combination, combinations } from "./combinations.ts";
import { type FindingCells, finding } from "./finding.ts";
import type { Finding, Treatment } from "./treatment.ts";

/** Other treatments against their spacing; `daysApart` 0 is the same visit. */
export function checkCombinations(treatment: Treatment): readonly Finding[] {
  return treatment.combinations
    .flatMap(({ with: other, daysApart }, index) => checkOne(combinations[other], daysApart, `combinations.${index}`))
    .map(finding);
}

function checkOne(rule: Combination, daysApart: number, path: string): readonly FindingCells[] {
  const { label, sameVisit, minDaysApart, range } = rule;
  const sources = rule.spacingSources ?? rule.sources;
  if (daysApart === 0) return checkSameVisit(rule, path);
  if (daysApart >= minDaysApart) return [];
  const message = `${label}: ${daysApart} days apart, usually at least ${minDaysApart} (${range}). Say why.`;
  const severity = sameVisit === "never" ? "block" : "reason-required";
  return [{ rule: "combination.too-close", severity, path: `${path}.daysApart`, message, sources }];
}

function checkSameVisit({ label, sameVisit, range, sources }: Combination, path: string): readonly FindingCells[] {
  if (sameVisit === "allowed") return [];
  const severity = sameVisit === "never" ? "block" : "reason-required";
  const message =
    sameVisit === "never" ? `${label}: never at the same visit.` : `${label} at the same visit (${range}). Say why.`;
  return [{ rule: "combination.same-visit", severity, path, message, sources }];
}
