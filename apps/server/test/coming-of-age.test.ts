import { randomUUID } from "node:crypto";
import type { CourseView } from "@fibril/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSecret, newSecret } from "../src/platform/auth/secrets.ts";
import { endGuardiansAccess } from "../src/workflows/coming-of-age.ts";
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
let steps: ReturnType<typeof patientSteps>;
let patientId: string;
let guardianId: string;
let course: CourseView;
/** A token of whoever may open these pages; null reads as "nobody". */
let guardian: string;
let themselves: string;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "teal");
  steps = patientSteps(world, clinic);
  await becomeReady();
}, 120_000);
afterAll(() => world.close());

/** Eighteen on Thursday 7 January 2027; seventeen when the course is booked. */
async function becomeReady(): Promise<void> {
  patientId = await steps.register({ birthDate: "2009-01-07", email: "idun@home.example" });
  const path = `/api/patients/${patientId}`;
  const mother = { name: "Ruth", relationship: "mother", phone: null, email: "ruth@home.example" };
  guardianId = (await steps.desk("POST", `${path}/guardians`, { ...mother, identityChecked: "Passport" })).body.id;
  await steps.treats("PUT", `${path}/consultation`, fullConsultation());
  await steps.consentTo(patientId, "treatment", { signer: "guardian", guardianId, signerName: "Ruth" });
  await steps.consentTo(patientId, "assent");
  const prescriber = {
    name: "Dr Hana",
    registration: "DEMO-1",
    on: "2027-01-05",
    opinion: "May be treated at 0.5 mm.",
  };
  await steps.decide(patientId, {
    decision: "override",
    reason: "Scars weigh on them; the prescriber agrees.",
    outsideOpinion: prescriber,
  });
  await steps.meetPreconditions(patientId);
  course = await steps.bookCourse(patientId);
  guardian = await pagesOf(guardianId);
  themselves = await pagesOf(null);
}

/** Opens the pages by a link, and gives a token for who got it. */
async function pagesOf(whose: string | null): Promise<string> {
  const link = await steps.desk("POST", `/api/patients/${patientId}/portal-links`, { guardianId: whose });
  expect(link.status).toBe(201);
  const secret = newSecret();
  await world.query(
    `insert into api_token (token_hash, id, clinic_id, membership_id, name, created_at)
     select $1, $2, clinic_id, id, 'pages', created_at from membership
      where patient_id = $3 and patient_relation = $4`,
    [hashSecret(secret), randomUUID(), patientId, whose ? "guardian" : "self"],
  );
  return secret;
}

const pages = (token: string) => ask(world, token, "GET", "/api/my/record");
const onDay = (day: string, time = "09:00") => world.setNow(new Date(`${day}T${time}:00Z`));
const standing = async () => (await steps.treats("GET", `/api/patients/${patientId}/consents`)).body.state;

describe("somebody whose guardian signed for them", () => {
  it("is seen by the guardian to the last minute of being 17", async () => {
    onDay("2027-01-06", "23:59");
    expect([(await pages(guardian)).status, (await pages(themselves)).status]).toEqual([200, 200]);
    expect(await standing()).toMatchObject({ treatment: "given", assent: "given", permits: true });
  });

  it("does not sign as their own guardian on their own pages", async () => {
    const { texts } = (await ask(world, themselves, "GET", "/api/my/consents")).body;
    const text = texts.find(({ kind }: { kind: string }) => kind === "photographs");
    const forged = await ask(world, themselves, "POST", "/api/my/consents", {
      textId: text.id,
      textSha256: text.sha256,
      answers: { read: "yes" },
      purposes: ["record"],
      signer: "guardian",
      guardianId,
      signerName: "Ruth",
      signature: { kind: "typed", name: "Ruth" },
      deviceTime: "2027-01-06T23:59:00Z",
    });
    expect(forged.status).toBe(422);
    expect(forged.body.issues).toEqual([
      { path: "signer", message: "a guardian signs on their own pages, or at the clinic" },
    ]);
  });
});

describe("one of two guardians, on their own pages", () => {
  it("does not sign in the other's name", async () => {
    const father = { name: "Bo", relationship: "father", phone: null, email: "bo@home.example" };
    const path = `/api/patients/${patientId}/guardians`;
    const other = (await steps.desk("POST", path, { ...father, identityChecked: "Passport" })).body.id;
    const { texts } = (await ask(world, guardian, "GET", "/api/my/consents")).body;
    const text = texts.find(({ kind }: { kind: string }) => kind === "photographs");
    const sign = (guardianId: string, signerName: string) =>
      ask(world, guardian, "POST", "/api/my/consents", {
        textId: text.id,
        textSha256: text.sha256,
        answers: { read: "yes" },
        purposes: ["record"],
        signer: "guardian",
        guardianId,
        signerName,
        signature: { kind: "typed", name: signerName },
        deviceTime: "2027-01-06T23:59:00Z",
      });
    const forged = await sign(other, "Bo");
    expect([forged.status, forged.body.issues]).toEqual([
      422,
      [{ path: "guardianId", message: "somebody else signs on their own pages, or at the clinic" }],
    ]);
    expect((await sign(guardianId, "Ruth")).status).toBe(201);
  });
});

describe("on the eighteenth birthday", () => {
  it("the guardian sees nothing more from midnight on, before any job has run", async () => {
    onDay("2027-01-07", "00:00");
    const refused = await pages(guardian);
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      "The person whose pages these were is 18 now: a guardian's access has ended.",
    ]);
    expect((await pages(themselves)).status).toBe(200);
  });

  it("the guardian's place ends for good, and both are told once", async () => {
    await endGuardiansAccess.run(world.app.services, new Date("2027-01-07T00:01:00Z"));
    await endGuardiansAccess.run(world.app.services, new Date("2027-01-07T00:02:00Z"));
    expect((await pages(guardian)).status).toBe(401);
    expect((await pages(themselves)).status).toBe(200);
    const told = await world.query<{ to_address: string; subject: string }>(
      "select to_address, subject from message where kind = 'came-of-age' order by to_address",
    );
    expect(told).toEqual([
      { to_address: "idun@home.example", subject: "You are 18: you decide yourself now" },
      { to_address: "ruth@home.example", subject: "Your access at Clinic teal has ended" },
    ]);
    const audited = await world.query(
      "select 1 from audit_event where action = 'ended access' and about_patient_id = $1",
      [patientId],
    );
    expect(audited).toHaveLength(1);
  });

  it("no guardian is sent a link any more", async () => {
    const link = await steps.desk("POST", `/api/patients/${patientId}/portal-links`, { guardianId });
    expect([link.status, link.body.detail]).toEqual([409, "Ama Okafor is 18 or over: no guardian gets a link."]);
  });

  it("the guardian's consent counts no more, and staff read why", async () => {
    expect(await standing()).toMatchObject({ treatment: "outgrown", assent: null, permits: false });
    const pathway = (await steps.treats("GET", `/api/patients/${patientId}/pathway`)).body;
    const consent = pathway.steps.find(({ step }: { step: string }) => step === "consent");
    expect(consent.missing).toEqual(["their own consent to treatment: a guardian signed before they were 18"]);
  });

  it("the session that was booked before starts only once they have signed themselves", async () => {
    const visit = course.sessions[0]?.visit;
    if (!visit) throw new Error("the course has no first visit");
    await steps.arrive(visit);
    await steps.decide(patientId);
    await steps.meetPreconditions(patientId);
    const refused = await steps.start(visit);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      "They are 18 now and sign themselves: the guardian's consent counts no more.",
    ]);
    await steps.consentTo(patientId, "treatment");
    expect((await steps.start(visit)).status).toBe(201);
  });
});
