import {
  ChangeConsultationBody,
  ChangeMyIntakeBody,
  type ConcernAtZone,
  type ConsultationView as Consultation,
  ConsultationView,
  Id,
  MyIntakeView,
} from "@fibril/contract";
import { z } from "zod";
import { findSubject } from "../../lookups/patient.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { consultationDraftRoutes } from "./draft-routes.ts";
import { dropDraft } from "./draft-store.ts";
import { refuseAnswers } from "./refuse-answers.ts";
import * as store from "./store.ts";

const OnePatient = z.strictObject({ patientId: Id });

const readConsultation = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/consultation",
  operationId: "readConsultation",
  summary: "What the patient answered and what was seen; null before the first word.",
  params: OnePatient,
  answers: { 200: z.object({ consultation: ConsultationView.nullable() }) },
  run: async ({ tx, clinicId, params, today }) => {
    if (!(await findSubject(tx, clinicId, params.patientId, today))) return problem("not-found");
    return answer(200, { consultation: (await store.findConsultation(tx, clinicId, params.patientId)) ?? null });
  },
});

const changeConsultation = clinicRoute({
  method: "PUT",
  path: "/api/patients/:patientId/consultation",
  operationId: "changeConsultation",
  summary: "Keeps answers, concerns by zone, phototype and notes; the first edit names version 1.",
  params: OnePatient,
  body: ChangeConsultationBody,
  answers: { 200: ConsultationView },
  run: async ({ tx, clinicId, params, body, today, now, newId, record }) => {
    if (!(await findSubject(tx, clinicId, params.patientId, today))) return problem("not-found");
    const issues = refuseAnswers(body.answers, today);
    if (issues.length > 0) return problem("invalid-input", { issues });
    const before = await store.openConsultation(tx, clinicId, params.patientId, { id: newId(), now });
    const edit = { ...before, ...body };
    if (!(await store.updateConsultation(tx, clinicId, edit))) return problem("stale-version", { current: before });
    await dropDraft(tx, clinicId, params.patientId);
    const detail = { questions: changedQuestions(before.answers, body.answers) };
    record({ action: "changed", noun: "consultation", subjectId: before.id, patientId: before.patientId, detail });
    return answer(200, { ...edit, version: body.version + 1 });
  },
});

const readMyIntake = clinicRoute({
  method: "GET",
  path: "/api/my/intake",
  operationId: "readMyIntake",
  summary: "The patient's own answers, to go on with on any device.",
  answers: { 200: MyIntakeView },
  run: async ({ tx, clinicId, caller }) => {
    if (!caller.patientId) return problem("forbidden");
    const consultation = await store.findConsultation(tx, clinicId, caller.patientId);
    return answer(
      200,
      consultation ? intakeView(consultation) : { answers: {}, concerns: [], finishedAt: null, version: 1 },
    );
  },
});

const changeMyIntake = clinicRoute({
  method: "PUT",
  path: "/api/my/intake",
  operationId: "changeMyIntake",
  summary: "Keeps the patient's own answers and what they would like treated.",
  body: ChangeMyIntakeBody,
  answers: { 200: MyIntakeView },
  run: async ({ tx, clinicId, caller, body, today, now, newId, record }) => {
    if (!caller.patientId) return problem("forbidden");
    const issues = refuseAnswers(body.answers, today);
    if (issues.length > 0) return problem("invalid-input", { issues });
    const before = await store.openConsultation(tx, clinicId, caller.patientId, { id: newId(), now });
    const edit: Consultation = {
      ...before,
      answers: body.answers,
      concerns: keepZones(before.concerns, body.concerns),
      answeredByPatientAt: body.finished ? now.toISOString() : before.answeredByPatientAt,
      version: body.version,
    };
    if (!(await store.updateConsultation(tx, clinicId, edit))) {
      return problem("stale-version", { current: intakeView(before) });
    }
    const detail = { questions: changedQuestions(before.answers, body.answers) };
    record({ action: "answered", noun: "consultation", subjectId: before.id, patientId: before.patientId, detail });
    return answer(200, intakeView({ ...edit, version: body.version + 1 }));
  },
});

export const consultationRoutes = [
  readConsultation,
  changeConsultation,
  ...consultationDraftRoutes,
  readMyIntake,
  changeMyIntake,
];

function intakeView(consultation: Consultation): z.output<typeof MyIntakeView> {
  return {
    answers: consultation.answers,
    concerns: [...new Set(consultation.concerns.map(({ concern }) => concern))],
    finishedAt: consultation.answeredByPatientAt,
    version: consultation.version,
  };
}

/** What the practitioner graded stays; a concern that the patient adds waits for its zone, one taken away goes. */
function keepZones(graded: readonly ConcernAtZone[], wished: readonly ConcernAtZone["concern"][]): ConcernAtZone[] {
  const kept = graded.filter(({ concern }) => wished.includes(concern));
  const added = wished.filter((wish) => !graded.some(({ concern }) => concern === wish));
  return [...kept, ...added.map((concern) => ({ concern, zone: "not graded", severity: 0 }))];
}

function changedQuestions(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort();
}
