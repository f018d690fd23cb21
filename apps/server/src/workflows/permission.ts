import type { OutcomeView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { isTreatable } from "@fibril/suitability";
import { findConsultation } from "../features/consultation/store.ts";
import { listDecisions } from "../features/suitability/store.ts";
import type { Subject } from "../lookups/patient.ts";
import { currentRuleSet } from "../lookups/rule-set.ts";
import type { Tx } from "../platform/database/database.ts";
import { together } from "../platform/database/together.ts";
import { preconditionsFor, screenToday } from "./suitability.ts";

export interface Permission {
  readonly permitted: boolean;
  /** Why not, in words; null where it is permitted. */
  readonly why: string | null;
  readonly openPreconditions: readonly string[];
  readonly outcome: OutcomeView | null;
}

/**
 * Whether a signed decision lets treatment go ahead today, on today's verdict: computed anew, since answers and days
 * change. What an override allowed it allows only for the findings that stood when it was signed.
 */
export async function permissionToday(
  tx: Tx,
  clinicId: string,
  { subject, today }: { readonly subject: Subject; readonly today: CalendarDate },
): Promise<Permission> {
  const rules = currentRuleSet(tx, clinicId, subject.id);
  const [[decision], consultation, ruleSet] = await together(
    listDecisions(tx, clinicId, subject.id, rules),
    findConsultation(tx, clinicId, subject.id),
    rules,
  );
  const screened = consultation
    ? await screenToday(tx, clinicId, { subject, consultation, today, ruleSet })
    : { notReady: ["answers"] };
  const outcome = "outcome" in screened ? screened.outcome : null;
  const refused = (why: string): Permission => ({ permitted: false, why, openPreconditions: [], outcome });
  if (!decision) return refused("No decision on suitability is signed.");
  if (!outcome) return refused("The consultation is not complete.");
  const allowed =
    decision.permits && decision.decision === "override" ? decision.outcome.findings.map(({ rule }) => rule) : [];
  const against = outcome.findings.filter(({ verdict, rule }) => !isTreatable(verdict) && !allowed.includes(rule));
  if (against.length > 0) {
    return refused(`Today's verdict is ${outcome.verdict}: ${against.map(({ reason }) => reason).join("; ")}`);
  }
  if (!decision.permits && (decision.bookableFrom === null || decision.bookableFrom > today)) {
    return refused("The signed decision does not let treatment go ahead today.");
  }
  const preconditions = await preconditionsFor(tx, clinicId, { decision, outcome, ruleSet });
  const openPreconditions = preconditions.filter(({ met }) => met === null).map(({ text }) => text);
  return { permitted: true, why: null, openPreconditions, outcome };
}
