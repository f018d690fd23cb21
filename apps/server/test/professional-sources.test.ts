import { type SourceId, sources } from "@fibril/evidence";
import { addDays, calendarDate } from "@fibril/kernel";
import { checkInCards } from "@fibril/recovery";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessTable } from "../src/access-table.ts";
import { readPdfText } from "../src/platform/documents/read-pdf-text.testing.ts";
import type { AccessTable } from "../src/platform/http/access.ts";
import { allRoutes } from "../src/routes.ts";
import { patientSteps } from "./patient-steps.ts";
import {
  ask,
  foundTestClinic,
  fullConsultation,
  openTestWorld,
  type TestClinic,
  type TestWorld,
} from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
/** Everything that was answered to the patient while they went their way, with the request that it answered. */
const told: { readonly asked: string; readonly text: string }[] = [];

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  await goTheWay();
}, 120_000);
afterAll(() => world.close());

async function own(method: "GET" | "POST", path: string, body?: unknown) {
  const answered = await ask(world, clinic.tokens.patient, method, path, body);
  told.push({ asked: `${method} ${path}`, text: answered.text });
  return answered;
}

/** Asked, decided, consented to, treated, and the first check-in answered with a sign that is not expected. */
async function goTheWay(): Promise<void> {
  const { treats, decide, consentTo, bookCourse, arrive, meetPreconditions, start, wholeFace } = patientSteps(
    world,
    clinic,
  );
  const patientId = clinic.ownPatientId;
  const consultation = fullConsultation({ herpesHistory: { answer: "yes" } });
  await treats("PUT", `/api/patients/${patientId}/consultation`, consultation);
  await decide(patientId);
  await consentTo(patientId, "treatment");
  await consentTo(patientId, "photographs");
  const { visit } = (await bookCourse(patientId)).sessions[0];
  await arrive(visit);
  await meetPreconditions(patientId);
  const session = (await start(visit)).body;
  const record = await wholeFace(visit, 7);
  await treats("PUT", `/api/sessions/${session.id}`, { version: 1, record });
  const signed = await treats("POST", `/api/sessions/${session.id}/signature`, { version: 2 });
  expect(signed.status).toBe(200);
  world.setNow(new Date(`${addDays(calendarDate(visit.day), 1)}T10:00:00Z`));
  const [checkIn] = (await own("GET", "/api/my/check-ins")).body.checkIns;
  const usual = checkInCards(1).flatMap(({ questions }) =>
    questions.map(({ sign, options }) => [sign, options[0]?.value]),
  );
  const answers = { ...Object.fromEntries(usual), fever: "yes" };
  const answered = await own("POST", `/api/my/check-ins/${checkIn.id}/answers`, { version: 1, answers });
  expect(answered.status).toBe(200);
}

const forProfessionals = (Object.keys(sources) as SourceId[]).filter((id) => "CG".includes(sources[id].tier));

/** Ids, titles and addresses of sources that only professionals may be shown. */
function namedIn(text: string): readonly string[] {
  return forProfessionals.filter((id) => {
    const { title, identifier } = sources[id];
    return new RegExp(`\\b${id}\\b`).test(text) || text.includes(title) || text.includes(identifier);
  });
}

const table: AccessTable = accessTable;
const readByPatients = allRoutes.filter(({ method, operationId }) => {
  const row = table[operationId];
  const isTheirs = row?.who === "anybody" || row?.who === "signed-in" || (row?.who === "roles" && row.roles.patient);
  return method === "GET" && isTheirs;
});

const idsIn = (text: string) => text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];

/** Each path as it stands, or with every id that the patient was told of in the place of its parameter. */
async function read(path: string): Promise<readonly string[]> {
  const known = [...new Set(told.flatMap(({ text }) => idsIn(text)))];
  const paths = path.includes(":") ? known.map((id) => path.replaceAll(/:\w+/g, id)) : [path];
  const answers = await Promise.all(paths.map((asked) => readOne(asked)));
  return answers.filter((text) => text !== null);
}

async function readOne(url: string): Promise<string | null> {
  const headers = { authorization: `Bearer ${clinic.tokens.patient}` };
  const answer = await world.app.http.inject({ method: "GET", url, headers });
  if (answer.statusCode !== 200) return null;
  const isPdf = String(answer.headers["content-type"]).includes("pdf");
  const text = isPdf ? readPdfText(answer.rawPayload) : answer.payload;
  told.push({ asked: `GET ${url}`, text });
  return text;
}

describe("sources that rest on a clinic's page or a second-hand guide", () => {
  it("are told apart by this test", () => {
    expect(namedIn('"sources":["S4","S6"]')).toEqual(["S6"]);
    expect(namedIn("See theeliteclinic.com")).toEqual(["S6"]);
  });

  it("are named in nothing that a patient, or nobody signed in, may read", async () => {
    const lists = readByPatients.filter(({ path }) => !path.includes(":"));
    const single = readByPatients.filter(({ path }) => path.includes(":"));
    for (const { path } of [...lists, ...single]) await read(path);
    const routes = told.map(({ asked }) => asked.replace(idsIn(asked)[0] ?? "-", ":id"));
    expect(routes).toContain("GET /api/my/aftercare");
    expect(routes).toContain("GET /api/my/consents/:id/document");
    expect(told.flatMap(({ asked, text }) => namedIn(text).map((id) => `${asked}: ${id}`))).toEqual([]);
  });

  it("are named in no message that is sent", () => {
    expect(world.sent.flatMap(({ subject, text }) => namedIn(`${subject} ${text}`))).toEqual([]);
  });
});
