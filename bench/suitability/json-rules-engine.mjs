import { Engine } from "json-rules-engine";
import { conditionRules } from "./condition-rules.mjs";

/** The rows as rules of json-rules-engine; answers with the verdicts of those that hold. */
export function jsonRulesEngine() {
  const rules = conditionRules().map(({ verdict, all }) => ({ conditions: { all }, event: { type: verdict } }));
  const engine = new Engine(rules);
  return async (facts) => {
    const { events } = await engine.run(facts);
    return events.map(({ type }) => type);
  };
}
