import { type LoosenProblem, loosen } from "./loosen.ts";
import type { RuleChange, RuleSet } from "./rule.ts";

export interface AppliedChanges {
  readonly ruleSet: RuleSet;
  /** Changes that the set no longer allows, as after its range was narrowed: its own wait holds instead. */
  readonly refused: readonly { readonly change: RuleChange; readonly problem: LoosenProblem }[];
}

/**
 * A set with signed changes in the order in which they were signed: first those for everyone, then those for one person.
 * A change that the set refuses is left out and reported, so that an older signature never widens a narrower rule.
 */
export function applyChanges(base: RuleSet, changes: readonly RuleChange[]): AppliedChanges {
  const refused: { change: RuleChange; problem: LoosenProblem }[] = [];
  const ruleSet = changes.reduce((set, change) => {
    const changed = loosen(set, change);
    if (changed.ok) return changed.value;
    refused.push({ change, problem: changed.problem });
    return set;
  }, base);
  return { ruleSet, refused };
}
