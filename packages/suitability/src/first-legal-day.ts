import type { CalendarDate } from "@fibril/kernel";
import { treatableFrom } from "./screen.ts";
import type { ScreeningOutcome } from "./screening.ts";
import { isTreatable } from "./verdict.ts";

/** A verdict as a practitioner signed it. */
export interface SignedVerdict {
  readonly asOf: CalendarDate;
  readonly outcome: ScreeningOutcome;
  readonly decision: "agree" | "override";
  /** Whether it let treatment go ahead on its day. */
  readonly permits: boolean;
}

/**
 * The first day on which a signed verdict lets treatment go ahead, or null where an answer, an event or a person must
 * decide first. `today` is the same screening by the rules that hold now: the later of the two days counts, so that a
 * stricter rule holds at once and a looser one only with a new signature. An override covers what it was signed against.
 */
export function firstLegalDay(signed: SignedVerdict, today: ScreeningOutcome): CalendarDate | null {
  const { asOf, outcome, decision, permits } = signed;
  const signedFrom = permits ? asOf : treatableFrom(outcome, asOf);
  const covered = permits && decision === "override" ? outcome.findings.map(({ rule }) => rule) : [];
  const open = today.findings.filter(({ rule, verdict }) => !isTreatable(verdict) && !covered.includes(rule));
  const waits = open.map(({ notBefore }) => notBefore);
  if (signedFrom === null) return null;
  return waits.reduce((latest, day) => (day === null || latest === null ? null : later(latest, day)), signedFrom);
}

function later(left: CalendarDate, right: CalendarDate): CalendarDate {
  return left > right ? left : right;
}
