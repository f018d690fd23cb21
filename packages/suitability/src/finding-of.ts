import { type Cited, tierOf } from "@fibril/evidence";
import type { PatientRule, Rule } from "./rule.ts";
import type { Finding } from "./screening.ts";
import type { Overridable } from "./verdict.ts";
import { inWords } from "./wait.ts";

const overridables = {
  "do-not-treat": "never",
  refer: "prescriber",
  defer: "practitioner",
  adapt: "none-needed",
} as const satisfies Record<Rule["verdict"], Overridable>;

/** Why a row holds, with its wait in words. */
export function reasonOf(rule: Rule | PatientRule): string {
  return writer(rule)(rule.reason);
}

/** Writes a row that holds as a finding, with its wait in words. */
export function findingOf(rule: Rule | PatientRule, found: Pick<Finding, "notBefore" | "until" | "because">): Finding {
  const write = writer(rule);
  return {
    rule: rule.id,
    verdict: rule.verdict,
    notBefore: found.notBefore,
    until: found.until,
    reason: write(rule.reason),
    because: found.because,
    adaptations: (rule.adaptations ?? []).map(({ text }) => write(text)),
    sources: [...rule.sources],
    tier: tierOf(rule.sources),
    overridable: ("override" in rule ? rule.override : undefined) ?? overridables[rule.verdict],
  };
}

export function incompleteFinding(
  found: Cited & { readonly rule: string; readonly reason: string; readonly because: readonly string[] },
): Finding {
  return {
    rule: found.rule,
    verdict: "incomplete",
    notBefore: null,
    until: null,
    reason: found.reason,
    because: found.because,
    adaptations: [],
    sources: [...found.sources],
    tier: tierOf(found.sources),
    overridable: "answer",
  };
}

function writer(rule: Rule | PatientRule): (text: string) => string {
  const wait = "wait" in rule ? rule.wait : undefined;
  return wait === undefined ? (text) => text : (text) => text.replaceAll("{wait}", inWords(wait));
}
