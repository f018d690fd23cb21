import type { InputIssue, Result } from "@fibril/kernel";
import { ok } from "@fibril/kernel";
import { foundingRuleSet } from "./founding-rules.ts";
import { parseScreening } from "./parse-screening.ts";
import type { RuleSet } from "./rule.ts";
import { screen } from "./screen.ts";
import type { ScreeningOutcome } from "./screening.ts";

/** Checks a document and screens it: what `fibril screen`, the server and the browser all do. */
export function screenDocument(
  document: unknown,
  ruleSet: RuleSet = foundingRuleSet,
): Result<ScreeningOutcome, readonly InputIssue[]> {
  const screening = parseScreening(document);
  return screening.ok ? ok(screen(screening.value, ruleSet)) : screening;
}
