import {
  AddAllergyBody,
  AddGuardianBody,
  AddMedicineBody,
  AllergyView,
  ChangeAllergyBody,
  ChangeGuardianBody,
  ChangeMedicineBody,
  GuardianView,
  Id,
  MedicineView,
} from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { z } from "zod";
import { invalid, problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import * as lists from "./lists-store.ts";
import { findPatient } from "./store.ts";

const OnePatient = z.strictObject({ patientId: Id });

const addGuardian = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/guardians",
  operationId: "addGuardian",
  summary: "Adds a guardian of a patient.",
  params: OnePatient,
  body: AddGuardianBody,
  answers: { 201: GuardianView },
  run: async ({ tx, clinicId, params, body, newId, record }) => {
    if (!(await findPatient(tx, clinicId, params.patientId))) return problem("not-found");
    const id = newId();
    await lists.insertGuardian(tx, clinicId, { ...body, id, patientId: params.patientId });
    record({ action: "added", noun: "guardian", subjectId: id, patientId: params.patientId });
    return answer(201, { ...body, id, version: 1 });
  },
});

const changeGuardian = clinicRoute({
  method: "PUT",
  path: "/api/patients/:patientId/guardians/:guardianId",
  operationId: "changeGuardian",
  summary: "Changes a guardian.",
  params: z.strictObject({ patientId: Id, guardianId: Id }),
  body: ChangeGuardianBody,
  answers: { 200: GuardianView },
  run: async ({ tx, clinicId, params, body, record }) => {
    const { patientId, guardianId: id } = params;
    const current = (await lists.listGuardians(tx, clinicId, patientId)).find((guardian) => guardian.id === id);
    if (!current) return problem("not-found");
    if (!(await lists.updateGuardian(tx, clinicId, { ...body, id, patientId }))) {
      return problem("stale-version", { current });
    }
    record({ action: "changed", noun: "guardian", subjectId: id, patientId });
    return answer(200, { ...body, id, version: body.version + 1 });
  },
});

const addMedicine = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/medicines",
  operationId: "addMedicine",
  summary: "Adds a medicine with its dates.",
  params: OnePatient,
  body: AddMedicineBody,
  answers: { 201: MedicineView },
  run: async ({ tx, clinicId, params, body, today, newId, record }) => {
    if (!(await findPatient(tx, clinicId, params.patientId))) return problem("not-found");
    const wrong = refuseMedicineDates(body, today);
    if (wrong) return wrong;
    const id = newId();
    await lists.insertMedicine(tx, clinicId, { ...body, id, patientId: params.patientId });
    record({ action: "added", noun: "medicine", subjectId: id, patientId: params.patientId });
    return answer(201, { ...body, id, version: 1 });
  },
});

const changeMedicine = clinicRoute({
  method: "PUT",
  path: "/api/patients/:patientId/medicines/:medicineId",
  operationId: "changeMedicine",
  summary: "Changes a medicine; a stopped one keeps its row.",
  params: z.strictObject({ patientId: Id, medicineId: Id }),
  body: ChangeMedicineBody,
  answers: { 200: MedicineView },
  run: async ({ tx, clinicId, params, body, today, record }) => {
    const { patientId, medicineId: id } = params;
    const current = (await lists.listMedicines(tx, clinicId, patientId)).find((medicine) => medicine.id === id);
    if (!current) return problem("not-found");
    const wrong = refuseMedicineDates(body, today);
    if (wrong) return wrong;
    if (!(await lists.updateMedicine(tx, clinicId, { ...body, id, patientId }))) {
      return problem("stale-version", { current });
    }
    record({ action: "changed", noun: "medicine", subjectId: id, patientId });
    return answer(200, { ...body, id, version: body.version + 1 });
  },
});

const addAllergy = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/allergies",
  operationId: "addAllergy",
  summary: "Adds an allergy.",
  params: OnePatient,
  body: AddAllergyBody,
  answers: { 201: AllergyView },
  run: async ({ tx, clinicId, params, body, today, newId, record }) => {
    if (!(await findPatient(tx, clinicId, params.patientId))) return problem("not-found");
    if (body.notedOn > today) return invalid("notedOn", "is in the future");
    const id = newId();
    await lists.insertAllergy(tx, clinicId, { ...body, id, patientId: params.patientId });
    record({ action: "added", noun: "allergy", subjectId: id, patientId: params.patientId });
    return answer(201, { ...body, id, version: 1 });
  },
});

const changeAllergy = clinicRoute({
  method: "PUT",
  path: "/api/patients/:patientId/allergies/:allergyId",
  operationId: "changeAllergy",
  summary: "Changes an allergy; one that turned out wrong is ended, not removed.",
  params: z.strictObject({ patientId: Id, allergyId: Id }),
  body: ChangeAllergyBody,
  answers: { 200: AllergyView },
  run: async ({ tx, clinicId, params, body, today, record }) => {
    const { patientId, allergyId: id } = params;
    const current = (await lists.listAllergies(tx, clinicId, patientId)).find((allergy) => allergy.id === id);
    if (!current) return problem("not-found");
    if (body.notedOn > today) return invalid("notedOn", "is in the future");
    if (!(await lists.updateAllergy(tx, clinicId, { ...body, id, patientId }))) {
      return problem("stale-version", { current });
    }
    record({ action: "changed", noun: "allergy", subjectId: id, patientId });
    return answer(200, { ...body, id, version: body.version + 1 });
  },
});

export const listRoutes = [addGuardian, changeGuardian, addMedicine, changeMedicine, addAllergy, changeAllergy];

function refuseMedicineDates(
  { startedOn, stoppedOn }: { startedOn: CalendarDate | null; stoppedOn: CalendarDate | null },
  today: CalendarDate,
) {
  if (startedOn && startedOn > today) return invalid("startedOn", "is in the future");
  if (startedOn && stoppedOn && stoppedOn < startedOn) return invalid("stoppedOn", "is before it was started");
  return null;
}
