import {
  type ConsultationView,
  DecisionView,
  Id,
  MeetPreconditionBody,
  type OutcomeView,
  type PreconditionView,
  SignDecisionBody,
  SuitabilityView,
} from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { preconditionsOf, type RuleSet, screenDocument } from "@fibril/suitability";
import { z } from "zod";
import { readConsentsOf } from "../features/consent/signing.ts";
import { findConsultation } from "../features/consultation/store.ts";
import { permits, refuseDecision } from "../features/suitability/decide.ts";
import * as decisions from "../features/suitability/store.ts";
import { findSubject, type Subject } from "../lookups/patient.ts";
import { currentRuleSet } from "../lookups/rule-set.ts";
import { findSigner } from "../lookups/staff.ts";
import type { Tx } from "../platform/database/database.ts";
import { together } from "../platform/database/together.ts";
import { problem } from "../platform/http/problem.ts";
import { answer, clinicRoute } from "../platform/http/route.ts";

const OnePatient = z.strictObject({ patientId: Id });

/** Answers, examination and consent of one patient as a screening of today. */
export interface PreparedScreening {
  readonly document: { readonly answers: Record<string, unknown> };
  readonly outcome: OutcomeView;
}

interface ToScreen {
  readonly subject: Subject;
  readonly consultation: ConsultationView;
  readonly today: CalendarDate;
  /** The rules that hold for this patient now. */
  readonly ruleSet: RuleSet;
}

/** Screens a patient today, or names what has to be chosen first. */
export async function screenToday(
  tx: Tx,
  clinicId: string,
  { subject, consultation, today, ruleSet }: ToScreen,
): Promise<PreparedScreening | { readonly notReady: string[] }> {
  const concerns = [...new Set(consultation.concerns.map(({ concern }) => concern))];
  const notReady = [
    ...(concerns.length === 0 ? ["concerns"] : []),
    ...(consultation.area === null ? ["area"] : []),
    ...(consultation.anaesthetic === null ? ["anaesthetic"] : []),
  ];
  if (notReady.length > 0) return { notReady };
  const document = {
    asOf: today,
    patient: { birthDate: subject.birthDate, sex: subject.sex, fitzpatrick: consultation.fitzpatrick },
    request: {
      concerns,
      area: consultation.area,
      anaesthetic: consultation.anaesthetic,
      guardianConsent: await hasGuardianConsent(tx, clinicId, subject),
    },
    answers: consultation.answers,
  };
  const screened = screenDocument(document, ruleSet);
  if (!screened.ok) throw new Error(`kept answers can't be screened: ${JSON.stringify(screened.problem)}`);
  return { document, outcome: screened.value as OutcomeView };
}

async function hasGuardianConsent(tx: Tx, clinicId: string, subject: Subject): Promise<boolean> {
  if (!subject.isMinor) return false;
  const { state } = await readConsentsOf(tx, clinicId, subject);
  return state.treatment === "given";
}

/** Everything about whether one patient may be treated, computed today. */
export async function readSuitabilityOf(
  tx: Tx,
  clinicId: string,
  { subject, today }: { readonly subject: Subject; readonly today: CalendarDate },
): Promise<SuitabilityView> {
  const rules = currentRuleSet(tx, clinicId, subject.id);
  const [consultation, history, ruleSet] = await together(
    findConsultation(tx, clinicId, subject.id),
    decisions.listDecisions(tx, clinicId, subject.id, rules),
    rules,
  );
  const screened = consultation
    ? await screenToday(tx, clinicId, { subject, consultation, today, ruleSet })
    : { notReady: ["answers", "concerns", "area", "anaesthetic"] };
  const decision = history[0] ?? null;
  const outcome = "outcome" in screened ? screened.outcome : null;
  return {
    outcome,
    notReady: "notReady" in screened ? screened.notReady : [],
    consultationVersion: consultation?.version ?? null,
    decision: decision && withoutInput(decision),
    answersChanged:
      decision !== null && consultation !== undefined && !isSame(decision.input.answers, consultation.answers),
    preconditions: decision ? await preconditionsFor(tx, clinicId, { decision, outcome, ruleSet }) : [],
    history: history.map(withoutInput),
  };
}

interface ToSettle {
  readonly decision: DecisionView;
  readonly outcome: OutcomeView | null;
  readonly ruleSet: RuleSet;
}

/**
 * What must be settled before a session: the preconditions of the signed decision and those of today's verdict, since an
 * answer given after the signature may add one. Each with who met it, or nobody yet.
 */
export async function preconditionsFor(
  tx: Tx,
  clinicId: string,
  { decision, outcome, ruleSet }: ToSettle,
): Promise<PreconditionView[]> {
  const met = await decisions.listMet(tx, clinicId, decision.id);
  const findings = [...decision.outcome.findings, ...(outcome?.findings ?? [])];
  return preconditionsOf(findings, ruleSet).map(({ rule, text }) => ({
    rule,
    text,
    met: met.find((one) => one.rule === rule && one.text === text)?.met ?? null,
  }));
}

const readSuitability = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/suitability",
  operationId: "readSuitability",
  summary: "Today's verdict with every reason, the signed decision, and what has to be settled before a session.",
  params: OnePatient,
  answers: { 200: SuitabilityView },
  run: async ({ tx, clinicId, params, today }) => {
    const subject = await findSubject(tx, clinicId, params.patientId, today);
    return subject ? answer(200, await readSuitabilityOf(tx, clinicId, { subject, today })) : problem("not-found");
  },
});

const signDecision = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/suitability/decisions",
  operationId: "signDecision",
  summary: "The practitioner agrees with today's verdict or overrides it with a reason, and signs.",
  params: OnePatient,
  body: SignDecisionBody,
  answers: { 201: DecisionView },
  run: async ({ tx, clinicId, params, body, today, now, caller, newId, record }) => {
    const subject = await findSubject(tx, clinicId, params.patientId, today);
    const signer = await findSigner(tx, caller);
    const consultation = subject && (await findConsultation(tx, clinicId, subject.id));
    if (!subject || !signer || !consultation) return problem("not-found");
    const ruleSet = await currentRuleSet(tx, clinicId, subject.id);
    const screened = await screenToday(tx, clinicId, { subject, consultation, today, ruleSet });
    if ("notReady" in screened) {
      return problem("invalid-input", {
        issues: screened.notReady.map((path) => ({ path, message: "has to be chosen in the consultation first" })),
      });
    }
    const { outcome, document } = screened;
    if (consultation.version !== body.consultationVersion || outcome.verdict !== body.verdictShown) {
      return problem("stale-version", {
        detail: "The answers have changed since this verdict was shown.",
        current: outcome,
      });
    }
    const issues = refuseDecision(outcome, body);
    if (issues.length > 0) return problem("invalid-input", { issues });
    const id = newId();
    await decisions.insertDecision(
      tx,
      clinicId,
      {
        id,
        patientId: subject.id,
        consultationId: consultation.id,
        asOf: today,
        input: document,
        outcome,
        decision: body.decision,
        reason: body.reason,
        outsideOpinion: body.outsideOpinion,
        permits: permits(outcome, body.decision),
        signedBy: signer.staffId,
        signerName: signer.name,
      },
      now,
    );
    const detail = { verdict: outcome.verdict, decision: body.decision, ruleSet: outcome.ruleSet.version };
    record({ action: "signed", noun: "suitability", subjectId: id, patientId: subject.id, detail });
    const [decision] = await decisions.listDecisions(tx, clinicId, subject.id);
    if (!decision) throw new Error("a decision that was just signed is gone");
    return answer(201, withoutInput(decision));
  },
});

const meetPrecondition = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/suitability/preconditions",
  operationId: "meetPrecondition",
  summary: "Writes down that a precondition is met, by whom and how.",
  params: OnePatient,
  body: MeetPreconditionBody,
  answers: { 201: SuitabilityView },
  run: async ({ tx, clinicId, params, body, today, now, caller, newId, record }) => {
    const subject = await findSubject(tx, clinicId, params.patientId, today);
    const signer = await findSigner(tx, caller);
    const view = subject && (await readSuitabilityOf(tx, clinicId, { subject, today }));
    if (!subject || !signer || view?.decision?.id !== body.decisionId) return problem("not-found");
    const precondition = view.preconditions.find(({ rule, text }) => rule === body.rule && text === body.text);
    if (!precondition) return problem("not-found");
    if (precondition.met)
      return problem("conflict", { detail: `${precondition.met.by} has written this down already.` });
    const met = { id: newId(), patientId: subject.id, ...body, recordedBy: signer.staffId, recorderName: signer.name };
    await decisions.insertMet(tx, clinicId, met, now);
    record({
      action: "met",
      noun: "precondition",
      subjectId: met.id,
      patientId: subject.id,
      detail: { rule: body.rule },
    });
    return answer(201, await readSuitabilityOf(tx, clinicId, { subject, today }));
  },
});

export const suitabilityRoutes = [readSuitability, signDecision, meetPrecondition];

function withoutInput({ input: _input, ...decision }: decisions.StoredDecision): DecisionView {
  return decision;
}

function isSame(left: Readonly<Record<string, unknown>>, right: Readonly<Record<string, unknown>>): boolean {
  const told = (answers: Readonly<Record<string, unknown>>) =>
    JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
  return told(left) === told(right);
}
