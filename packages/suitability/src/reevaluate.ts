import { compareText } from "@fibril/kernel";
import type { RuleSet } from "./rule.ts";
import { screen } from "./screen.ts";
import type { Screening, ScreeningOutcome } from "./screening.ts";
import { isTreatable } from "./verdict.ts";

/** An open plan with the screening it rests on. */
export interface OpenPlan {
  readonly id: string;
  readonly screening: Screening;
}

/** A plan that the new set answers otherwise than the old one. */
export interface AffectedPlan {
  readonly id: string;
  readonly before: ScreeningOutcome;
  readonly after: ScreeningOutcome;
  /** The rules whose finding was added, removed or changed, in order. */
  readonly rules: readonly string[];
  /** Whether treatment could go ahead before and can't now, or the other way round. */
  readonly turns: "stopped" | "opened" | "neither";
}

/** Screens every open plan with both sets and lists who is affected, by plan id. */
export function reevaluate(plans: readonly OpenPlan[], oldSet: RuleSet, newSet: RuleSet): readonly AffectedPlan[] {
  return plans
    .map(({ id, screening }) => compare(id, screen(screening, oldSet), screen(screening, newSet)))
    .filter(({ rules }) => rules.length > 0)
    .sort((left, right) => compareText(left.id, right.id));
}

function compare(id: string, before: ScreeningOutcome, after: ScreeningOutcome): AffectedPlan {
  const [old, now] = [byRule(before), byRule(after)];
  const rules = [...new Set([...old.keys(), ...now.keys()])].filter((rule) => old.get(rule) !== now.get(rule));
  return { id, before, after, rules: rules.sort(compareText), turns: turnOf(before, after) };
}

function byRule({ findings }: ScreeningOutcome): ReadonlyMap<string, string> {
  return new Map(findings.map((finding) => [finding.rule, JSON.stringify(finding)]));
}

function turnOf(before: ScreeningOutcome, after: ScreeningOutcome): AffectedPlan["turns"] {
  if (isTreatable(before.verdict) === isTreatable(after.verdict)) return "neither";
  return isTreatable(after.verdict) ? "opened" : "stopped";
}
