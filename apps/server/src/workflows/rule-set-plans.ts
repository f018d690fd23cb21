import type { AffectedPlanView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import {
  type AffectedPlan,
  applyChanges,
  foundingRuleSet,
  parseScreening,
  type RuleChange,
  type RuleSet,
  reevaluate,
  type Setting,
  settingInWords,
} from "@fibril/suitability";
import * as store from "../features/rule-set/store.ts";
import { everySignedChange, type SignedChanges } from "../lookups/rule-set.ts";
import { dayText } from "../platform/clock/day-text.ts";
import type { Tx } from "../platform/database/database.ts";
import { together } from "../platform/database/together.ts";
import type { ClinicAsked } from "../platform/http/route.ts";
import { taskDueAt } from "./task-due.ts";

/** A plan that a change answers otherwise, with what it was and what it would be. */
export interface Affected {
  readonly plan: store.StandingPlan;
  readonly change: AffectedPlan;
}

interface Proposal {
  readonly patientId: string | null;
  readonly change: RuleChange;
  readonly today: CalendarDate;
}

/**
 * Screens every standing plan as of today with the rules before and after, each with its own person's changes on top:
 * the plans and the changes are read once, and those without changes of their own share one pair of sets. The answers are those of now, not those of the day it was signed.
 */
export async function plansAffectedBy(
  tx: Tx,
  clinicId: string,
  { patientId, change, today }: Proposal,
): Promise<readonly Affected[]> {
  const [plans, signed] = await together(
    store.listStandingPlans(tx, clinicId, patientId),
    everySignedChange(tx, clinicId),
  );
  const forEveryone = setsFor(signed, [], change);
  return plans.flatMap((plan) => {
    const personal = signed.personal.get(plan.patientId);
    const { before, after } = personal ? setsFor(signed, personal, change) : forEveryone;
    const [found] = reevaluate([{ id: plan.patientId, screening: screeningOf(plan, today) }], before, after);
    return found ? [{ plan, change: found }] : [];
  });
}

function setsFor(
  { shared }: SignedChanges,
  personal: readonly RuleChange[],
  change: RuleChange,
): { readonly before: RuleSet; readonly after: RuleSet } {
  const changed = change.scope.kind === "clinic" ? [...shared, change, ...personal] : [...shared, ...personal, change];
  const set = (changes: readonly RuleChange[]) => applyChanges(foundingRuleSet, changes).ruleSet;
  return { before: set([...shared, ...personal]), after: set(changed) };
}

function screeningOf({ input, answers, fitzpatrick }: store.StandingPlan, today: CalendarDate) {
  const patient = { ...(input["patient"] as object), fitzpatrick };
  const parsed = parseScreening({ ...input, asOf: today, patient, answers });
  if (!parsed.ok) throw new Error(`kept answers can't be screened: ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}

export function affectedView({ plan, change }: Affected): AffectedPlanView {
  const { before, after, turns } = change;
  return {
    patientId: plan.patientId,
    patientName: plan.patientName,
    courseState: plan.courseState,
    before: { verdict: before.verdict, notBefore: before.notBefore },
    after: { verdict: after.verdict, notBefore: after.notBefore },
    turns,
  };
}

type Asked = Pick<
  ClinicAsked<undefined, undefined, undefined>,
  "tx" | "clinicId" | "now" | "newId" | "caller" | "record" | "send" | "services"
>;

interface Signed {
  readonly changeId: string;
  readonly rule: string;
  readonly before: Setting;
  readonly after: Setting;
}

/** One task a plan for the practitioners, sooner where treatment can no longer go ahead, and one message to each signer. */
export async function openTasks(asked: Asked, affected: readonly Affected[], signed: Signed): Promise<void> {
  const { tx, clinicId, now, newId, record } = asked;
  for (const { plan, change } of affected) {
    const id = newId();
    const urgency = change.turns === "stopped" ? "48-hours" : "1-week";
    const dueAt = await taskDueAt(asked, urgency);
    const task = { id, patientId: plan.patientId, urgency, summary: summaryOf(change, signed), dueAt };
    await store.insertRuleTask(tx, clinicId, task, now);
    record({ action: "raised", noun: "task", subjectId: id, patientId: plan.patientId, detail: { rule: signed.rule } });
  }
  await tellSigners(asked, affected, signed);
}

const verdictWords = {
  "do-not-treat": "do not treat",
  refer: "refer",
  defer: "defer",
  incomplete: "incomplete",
  adapt: "adapt",
  suitable: "suitable",
} as const;

function summaryOf({ after }: AffectedPlan, { before, after: setting }: Signed): string {
  const from = after.notBefore === null ? "" : `, not before ${dayText(after.notBefore)}`;
  return `A rule was changed from ${settingInWords(before)} to ${settingInWords(setting)}. Today's verdict by it: ${verdictWords[after.verdict]}${from}. Look at the plan and sign the verdict again.`;
}

async function tellSigners(asked: Asked, affected: readonly Affected[], { changeId }: Signed): Promise<void> {
  const { tx, clinicId, caller, send, services } = asked;
  const signers = [...new Set(affected.map(({ plan }) => plan.signedBy))];
  for (const { id, email } of await store.listAddresses(tx, clinicId, signers)) {
    const count = affected.filter(({ plan }) => plan.signedBy === id).length;
    const plans = count === 1 ? "1 plan" : `${count} plans`;
    await send({
      kind: "rule-change",
      to: email,
      subject: `A rule was changed: ${plans} to look at again`,
      text: `${caller.name} signed a changed rule at ${caller.clinicName}. ${plans} that you signed would now be answered otherwise. Open fibril to look at them: ${services.publicUrl}/tasks`,
      dedupeKey: `rule-change ${changeId} ${email}`,
    });
  }
}
