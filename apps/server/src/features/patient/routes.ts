import {
  ChangePatientBody,
  Id,
  InvitePatientBody,
  InvitePatientView,
  PatientRecordView,
  PatientSearchQuery,
  PatientSearchView,
  PatientView,
  RegisterPatientBody,
} from "@fibril/contract";
import { adultYears, ageOn, type CalendarDate } from "@fibril/kernel";
import { z } from "zod";
import { nextVisitsOf } from "../../lookups/next-visits.ts";
import { newSecret } from "../../platform/auth/secrets.ts";
import { invalid, problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { listRoutes } from "./list-routes.ts";
import { listAllergies, listGuardians, listMedicines } from "./lists-store.ts";
import { readPatientSearch } from "./patient-search.ts";
import { endGuardianMembers, invitePatientToPortal } from "./portal-store.ts";
import * as store from "./store.ts";

const OnePatient = z.strictObject({ patientId: Id });
const linkDays = 7;

const searchPatients = clinicRoute({
  method: "GET",
  path: "/api/patients",
  operationId: "searchPatients",
  summary: "Finds patients by the beginning of a name, a telephone number, a birth date or a patient number.",
  query: PatientSearchQuery,
  answers: { 200: PatientSearchView },
  run: async ({ tx, clinicId, query, today }) => {
    const limit = query.limit ?? 25;
    const after = readCursor(query.after);
    if (after === "unreadable") return invalid("after", "not a cursor of this list");
    const rows = await store.searchPatients(tx, clinicId, readPatientSearch(query.q ?? ""), {
      after,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const nextVisits = await nextVisitsOf(tx, clinicId, { patientIds: page.map(({ id }) => id), today });
    return answer(200, {
      patients: page.map((row) => ({ ...store.patientSummary(row, today), nextVisit: nextVisits.get(row.id) ?? null })),
      next: last ? writeCursor(last) : null,
    });
  },
});

const registerPatient = clinicRoute({
  method: "POST",
  path: "/api/patients",
  operationId: "registerPatient",
  summary: "Registers a patient.",
  body: RegisterPatientBody,
  answers: { 201: PatientView },
  run: async ({ tx, clinicId, body, today, now, newId, record }) => {
    const wrong = refuseBirthDate(body.birthDate, today);
    if (wrong) return wrong;
    const row = await store.insertPatient(tx, clinicId, { ...body, id: newId(), registeredOn: today }, now);
    record({ action: "registered", noun: "patient", subjectId: row.id, patientId: row.id });
    return answer(201, store.patientView(row, today));
  },
});

const readPatient = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId",
  operationId: "readPatient",
  summary: "One patient and their guardians, without anything clinical.",
  params: OnePatient,
  answers: { 200: PatientRecordView.pick({ patient: true, guardians: true }) },
  run: async ({ tx, clinicId, params, today }) => {
    const row = await store.findPatient(tx, clinicId, params.patientId);
    if (!row) return problem("not-found");
    const guardians = await listGuardians(tx, clinicId, row.id);
    return answer(200, { patient: store.patientView(row, today), guardians });
  },
});

const changePatient = clinicRoute({
  method: "PUT",
  path: "/api/patients/:patientId",
  operationId: "changePatient",
  summary: "Changes a patient's details; an edit that started from an older version is refused with the newer one.",
  params: OnePatient,
  body: ChangePatientBody,
  answers: { 200: PatientView },
  run: async ({ tx, clinicId, params, body, today, record }) => {
    const wrong = refuseBirthDate(body.birthDate, today);
    if (wrong) return wrong;
    const before = await store.findPatient(tx, clinicId, params.patientId);
    if (!before) return problem("not-found");
    const after = await store.updatePatient(tx, clinicId, { ...body, id: before.id });
    if (!after) return problem("stale-version", { current: store.patientView(before, today) });
    record({ action: "changed", noun: "patient", subjectId: after.id, patientId: after.id });
    return answer(200, store.patientView(after, today));
  },
});

const readHealthLists = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/health",
  operationId: "readHealthLists",
  summary: "Medicines and allergies, for those who treat.",
  params: OnePatient,
  answers: { 200: PatientRecordView.pick({ medicines: true, allergies: true }) },
  run: async ({ tx, clinicId, params }) => {
    if (!(await store.findPatient(tx, clinicId, params.patientId))) return problem("not-found");
    const medicines = await listMedicines(tx, clinicId, params.patientId);
    return answer(200, { medicines, allergies: await listAllergies(tx, clinicId, params.patientId) });
  },
});

const invitePatient = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/portal-links",
  operationId: "invitePatient",
  summary: "Sends the patient, or a guardian, a link to their own pages.",
  params: OnePatient,
  body: InvitePatientBody,
  answers: { 201: InvitePatientView },
  run: async ({ tx, clinicId, params, body, caller, today, now, newId, record, send, services }) => {
    const patient = await store.findPatient(tx, clinicId, params.patientId);
    if (!patient) return problem("not-found");
    const guardian = (await listGuardians(tx, clinicId, patient.id)).find(({ id }) => id === body.guardianId);
    if (body.guardianId && !guardian) return problem("not-found");
    const isAdult = ageOn(patient.birth_date, today) >= adultYears;
    if (guardian && isAdult) {
      const detail = `${patient.given_name} ${patient.family_name} is 18 or over: no guardian gets a link.`;
      return problem("conflict", { detail });
    }
    const email = guardian ? guardian.email : patient.email;
    const name = guardian ? guardian.name : `${patient.given_name} ${patient.family_name}`;
    if (!email) return invalid("email", "there is no e-mail address to send the link to");
    const [id, secret] = [newId(), newSecret()];
    const relation = guardian ? "guardian" : "self";
    const invited = {
      id,
      secret,
      email,
      name,
      relation,
      patientId: patient.id,
      newId,
      validMinutes: linkDays * 24 * 60,
    } as const;
    if (isAdult) await endGuardianMembers(tx, { clinicId, patientIds: [patient.id] }, now);
    await invitePatientToPortal(tx, clinicId, invited, now);
    const text = `${caller.clinicName} has opened your own pages for you. The link is good for ${linkDays} days: ${services.publicUrl}/welcome#${secret}`;
    const subject = `Your pages at ${caller.clinicName}`;
    await send({ kind: "patient-link", to: email, subject, text, patientId: patient.id, dedupeKey: `link ${id}` });
    record({ action: "invited", noun: "patient", subjectId: patient.id, patientId: patient.id, detail: { relation } });
    const expiresAt = new Date(now.getTime() + linkDays * 86_400_000).toISOString();
    return answer(201, { email, expiresAt, leaves: services.messagesLeave() });
  },
});

const readMyRecord = clinicRoute({
  method: "GET",
  path: "/api/my/record",
  operationId: "readMyRecord",
  summary: "The patient's own details.",
  answers: { 200: PatientRecordView },
  run: async ({ tx, clinicId, caller, today }) => {
    const row = caller.patientId ? await store.findPatient(tx, clinicId, caller.patientId) : undefined;
    if (!row) return problem("not-found");
    return answer(200, {
      patient: { ...store.patientView(row, today), note: "" },
      guardians: await listGuardians(tx, clinicId, row.id),
      medicines: await listMedicines(tx, clinicId, row.id),
      allergies: await listAllergies(tx, clinicId, row.id),
    });
  },
});

export const patientRoutes = [
  searchPatients,
  registerPatient,
  readPatient,
  changePatient,
  readHealthLists,
  invitePatient,
  readMyRecord,
  ...listRoutes,
];

function refuseBirthDate(birthDate: CalendarDate, today: CalendarDate) {
  if (birthDate > today) return invalid("birthDate", "is in the future");
  return ageOn(birthDate, today) > 120 ? invalid("birthDate", "is more than 120 years ago") : null;
}

function writeCursor(row: store.Patient): string {
  const place = [row.family_name_search, row.given_name_search, row.id];
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

const Cursor = z.tuple([z.string(), z.string(), Id]);

function readCursor(text: string | undefined): store.SearchPage["after"] | "unreadable" {
  if (text === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return "unreadable";
  }
  const cursor = Cursor.safeParse(value);
  if (!cursor.success || cursor.data.some((part) => part.includes("\u0000"))) return "unreadable";
  const [familyName, givenName, id] = cursor.data;
  return { familyName, givenName, id };
}
