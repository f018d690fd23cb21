import type { DecisionView, OutcomeView, PreconditionView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { firstLegalDay, type RuleSet, type ScreeningOutcome, screenDocument } from "@fibril/suitability";
import type { Selectable } from "kysely";
import { currentRuleSet } from "../../lookups/rule-set.ts";
import { together } from "../../platform/database/together.ts";
import type { Db } from "../../tables/index.ts";
import type { SuitabilityDecisionRow } from "../../tables/pathway.ts";

export interface NewDecision {
  readonly id: string;
  readonly patientId: string;
  readonly consultationId: string;
  readonly asOf: CalendarDate;
  readonly input: unknown;
  readonly outcome: OutcomeView;
  readonly decision: "agree" | "override";
  readonly reason: string;
  readonly outsideOpinion: unknown;
  readonly permits: boolean;
  readonly signedBy: string;
  readonly signerName: string;
}

export async function insertDecision(db: Db, clinicId: string, decision: NewDecision, now: Date): Promise<void> {
  await db
    .insertInto("suitability_decision")
    .values({
      clinic_id: clinicId,
      id: decision.id,
      patient_id: decision.patientId,
      consultation_id: decision.consultationId,
      as_of: decision.asOf,
      input: JSON.stringify(decision.input),
      outcome: JSON.stringify(decision.outcome),
      verdict: decision.outcome.verdict,
      not_before: decision.outcome.notBefore as CalendarDate | null,
      rule_set_id: decision.outcome.ruleSet.id,
      rule_set_version: decision.outcome.ruleSet.version,
      decision: decision.decision,
      reason: decision.reason,
      outside_opinion: decision.outsideOpinion === null ? null : JSON.stringify(decision.outsideOpinion),
      permits: decision.permits,
      signed_by: decision.signedBy,
      signer_name: decision.signerName,
      signed_at: now,
    })
    .execute();
}

/** A decision with what it was decided on. */
export type StoredDecision = DecisionView & {
  readonly input: {
    readonly answers: Record<string, unknown>;
    readonly request: { readonly concerns: readonly string[]; readonly area: string };
  };
};

/**
 * Newest first, each with the first day on which it lets treatment go ahead by the rules that hold now: those given, where
 * the caller reads them for that patient anyway.
 */
export async function listDecisions(
  db: Db,
  clinicId: string,
  patientId: string,
  rules: Promise<RuleSet> = currentRuleSet(db, clinicId, patientId),
): Promise<StoredDecision[]> {
  const [rows, ruleSet] = await together(
    db
      .selectFrom("suitability_decision")
      .selectAll()
      .where("clinic_id", "=", clinicId)
      .where("patient_id", "=", patientId)
      .orderBy("signed_at", "desc")
      .orderBy("id", "desc")
      .execute(),
    rules,
  );
  return rows.map((row) => decisionView(row, ruleSet));
}

function bookableFrom(row: Selectable<SuitabilityDecisionRow>, ruleSet: RuleSet): CalendarDate | null {
  const { as_of: asOf, decision, permits } = row;
  const today = screenDocument(row.input, ruleSet);
  // What can't be screened any more has to be signed again.
  if (!today.ok) return null;
  return firstLegalDay({ asOf, outcome: row.outcome as ScreeningOutcome, decision, permits }, today.value);
}

function decisionView(row: Selectable<SuitabilityDecisionRow>, ruleSet: RuleSet): StoredDecision {
  const outcome = row.outcome as OutcomeView;
  return {
    id: row.id,
    asOf: row.as_of,
    outcome,
    decision: row.decision,
    reason: row.reason,
    outsideOpinion: row.outside_opinion as DecisionView["outsideOpinion"],
    permits: row.permits,
    bookableFrom: bookableFrom(row, ruleSet),
    signerName: row.signer_name,
    signedAt: row.signed_at.toISOString(),
    input: row.input as StoredDecision["input"],
  };
}

export async function listMet(db: Db, clinicId: string, decisionId: string) {
  const rows = await db
    .selectFrom("precondition_met")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("decision_id", "=", decisionId)
    .orderBy("recorded_at")
    .execute();
  return rows.map((row) => ({
    rule: row.rule,
    text: row.text,
    met: { note: row.note, by: row.recorder_name, at: row.recorded_at.toISOString() },
  })) satisfies PreconditionView[];
}

export interface NewlyMet {
  readonly id: string;
  readonly patientId: string;
  readonly decisionId: string;
  readonly rule: string;
  readonly text: string;
  readonly note: string;
  readonly recordedBy: string;
  readonly recorderName: string;
}

export async function insertMet(db: Db, clinicId: string, met: NewlyMet, now: Date): Promise<void> {
  await db
    .insertInto("precondition_met")
    .values({
      clinic_id: clinicId,
      id: met.id,
      patient_id: met.patientId,
      decision_id: met.decisionId,
      rule: met.rule,
      text: met.text,
      note: met.note,
      recorded_by: met.recordedBy,
      recorder_name: met.recorderName,
      recorded_at: now,
    })
    .execute();
}
