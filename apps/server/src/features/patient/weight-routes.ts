import { AddWeightBody, Id, WeightsView } from "@fibril/contract";
import { z } from "zod";
import { findSigner } from "../../lookups/staff.ts";
import { invalid, problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { findPatient } from "./store.ts";
import { insertWeight, listWeights } from "./weight-store.ts";

const OnePatient = z.strictObject({ patientId: Id });

const readWeights = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/weights",
  operationId: "readWeights",
  summary: "Every weight of a patient with the day it was measured, the newest first.",
  params: OnePatient,
  answers: { 200: WeightsView },
  run: async ({ tx, clinicId, params }) => {
    if (!(await findPatient(tx, clinicId, params.patientId))) return problem("not-found");
    return answer(200, { weights: await listWeights(tx, clinicId, params.patientId) });
  },
});

const addWeight = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/weights",
  operationId: "addWeight",
  summary: "Writes down a weight in kilograms and the day it was measured; the newest counts.",
  params: OnePatient,
  body: AddWeightBody,
  answers: { 201: WeightsView },
  run: async ({ tx, clinicId, params, body, caller, today, now, newId, record }) => {
    const patient = await findPatient(tx, clinicId, params.patientId);
    const signer = await findSigner(tx, caller);
    if (!patient || !signer) return problem("not-found");
    if (body.measuredOn > today) return invalid("measuredOn", "is in the future");
    if (body.measuredOn < patient.birth_date) return invalid("measuredOn", "is before the birth date");
    const id = newId();
    const measured = { id, patientId: patient.id, weightKg: body.weightKg, measuredOn: body.measuredOn };
    const by = { recordedBy: signer.staffId, recorderName: signer.name };
    await insertWeight(tx, clinicId, { ...measured, ...by }, now);
    const detail = { weightKg: body.weightKg, measuredOn: body.measuredOn };
    record({ action: "measured", noun: "weight", subjectId: id, patientId: patient.id, detail });
    return answer(201, { weights: await listWeights(tx, clinicId, patient.id) });
  },
});

export const weightRoutes = [readWeights, addWeight];
