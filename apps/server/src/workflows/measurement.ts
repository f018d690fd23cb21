import { AddMyScoreBody, AddScoreBody, Id, MeasurementsView, ScoreView } from "@fibril/contract";
import { checkScore, packFor, type ScaleId, scaleOf } from "@fibril/measurement";
import { z } from "zod";
import { readConsentsOf } from "../features/consent/signing.ts";
import { findConsultation } from "../features/consultation/store.ts";
import * as store from "../features/measurement/store.ts";
import { findSubject } from "../lookups/patient.ts";
import { findSigner } from "../lookups/staff.ts";
import { invalid, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { refuseUnopened } from "./emergency-access.ts";
import { refuseOtherSession } from "./session-of.ts";

const OnePatient = z.strictObject({ patientId: Id });

type Asked = Pick<
  ClinicAsked<undefined, undefined, undefined>,
  "tx" | "clinicId" | "today" | "now" | "newId" | "record" | "caller" | "services"
>;

const readMeasurements = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/measurements",
  operationId: "readMeasurements",
  summary: "Photographs (without their bytes), scores, and the scales proposed for the patient's concerns.",
  params: OnePatient,
  answers: { 200: MeasurementsView },
  run: async (asked) =>
    (await refuseUnopened(asked, asked.params.patientId)) ?? measurementsOf(asked, asked.params.patientId),
});

const readMyMeasurements = clinicRoute({
  method: "GET",
  path: "/api/my/measurements",
  operationId: "readMyMeasurements",
  summary: "The patient's own photographs and scores.",
  answers: { 200: MeasurementsView },
  run: (asked) => measurementsOf(asked, asked.caller.patientId),
});

const addScore = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/scores",
  operationId: "addScore",
  summary: "Keeps a score of a scale with the words that it stands for.",
  params: OnePatient,
  body: AddScoreBody,
  answers: { 201: ScoreView },
  run: async (asked) => {
    if (asked.body.recordedOn > asked.today) return invalid("recordedOn", "is in the future");
    return scoreFor(asked, asked.params.patientId, asked.body);
  },
});

const addMyScore = clinicRoute({
  method: "POST",
  path: "/api/my/scores",
  operationId: "addMyScore",
  summary: "Keeps the patient's own rating.",
  body: AddMyScoreBody,
  answers: { 201: ScoreView },
  run: async (asked) => {
    if (scaleOf(asked.body.scale).rater === "professional") return invalid("scale", "is rated by a professional");
    const body = { ...asked.body, rater: "patient" as const, recordedOn: asked.today, sessionId: null };
    return scoreFor(asked, asked.caller.patientId, body);
  },
});

export const measurementRoutes = [readMeasurements, readMyMeasurements, addScore, addMyScore];

async function measurementsOf({ tx, clinicId, today }: Asked, patientId: string | null) {
  const subject = patientId ? await findSubject(tx, clinicId, patientId, today) : undefined;
  if (!subject) return problem("not-found");
  const consultation = await findConsultation(tx, clinicId, subject.id);
  const concerns = [...new Set((consultation?.concerns ?? []).map(({ concern }) => concern))];
  const { state } = await readConsentsOf(tx, clinicId, subject);
  return answer(200, {
    photographs: await store.listPhotographs(tx, clinicId, subject.id),
    scores: await store.listScores(tx, clinicId, subject.id),
    proposed: [...packFor(concerns)],
    photographsAllowed: state.photographPurposes.includes("record"),
  });
}

async function scoreFor(asked: Asked, patientId: string | null, body: z.output<typeof AddScoreBody>) {
  const { tx, clinicId, today, now, newId, record, caller } = asked;
  const subject = patientId ? await findSubject(tx, clinicId, patientId, today) : undefined;
  if (!subject) return problem("not-found");
  const checked = checkScore(body.scale, body.value);
  if (!checked.ok) return invalid("value", scoreWords(body.scale));
  if (body.recordedOn > today) return invalid("recordedOn", "is in the future");
  const refused = await refuseOtherSession(tx, clinicId, { patientId: subject.id, sessionId: body.sessionId });
  if (refused) return refused;
  const id = newId();
  const anchor = scaleOf(body.scale).anchors?.[body.value] ?? "";
  const ratedBy = (await findSigner(tx, caller))?.staffId ?? null;
  await store.insertScore(tx, clinicId, { ...body, id, patientId: subject.id, anchor, ratedBy }, now);
  record({ action: "scored", noun: "scale", subjectId: id, patientId: subject.id, detail: { scale: body.scale } });
  const { scale, area, value, rater, recordedOn, sessionId } = body;
  return answer(201, { id, scale, area, value, anchor, rater, recordedOn, sessionId });
}

function scoreWords(scale: ScaleId): string {
  const { min, max, step, switchedOff } = scaleOf(scale);
  if (switchedOff) return `this scale is switched off: ${switchedOff}`;
  return `must be between ${min} and ${max}${step === null ? "" : ` in steps of ${step}`}`;
}
