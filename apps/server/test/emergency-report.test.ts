import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { raiseEmergencyWeeks } from "../src/workflows/emergency-weeks.ts";
import { patientSteps } from "./patient-steps.ts";
import { ask, foundTestClinic, openTestWorld, password, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let other: TestClinic;
let photographId: string;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  other = await foundTestClinic(world, "otter");
  const steps = patientSteps(world, clinic);
  await steps.consentTo(clinic.ownPatientId, "photographs");
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#caa" } })
    .jpeg()
    .toBuffer();
  const asked = `${photographs()}?pose=front&takenOn=2027-01-06`;
  const type = { "content-type": "image/jpeg" };
  photographId = (await ask(world, clinic.tokens.practitioner, "POST", asked, jpeg, type)).body.id;
}, 120_000);
afterAll(() => world.close());

const photographs = () => `/api/patients/${clinic.ownPatientId}/photographs`;
const reason = "Anaphylaxis, practitioner unreachable";
const week = "2027-01-04";
const report = "/api/reports/emergency-access";
const asOwner = (method: "GET" | "POST", path: string, body?: unknown) =>
  ask(world, clinic.tokens.owner, method, path, body);
const asAuditor = (method: "GET" | "POST", path: string, body?: unknown) =>
  ask(world, clinic.tokens.auditor, method, path, body);
const review = (note: string) => asOwner("POST", `${report}/${week}/reviews`, { note });
const told = () =>
  world.query<{ to_address: string; subject: string; text: string }>(
    "select to_address, subject, text from message where kind = 'emergency-week' order by created_at, id",
  );

describe("the weekly report of photographs opened in an emergency", () => {
  it("has no week where nothing was opened, and asks nobody to look", async () => {
    expect((await asOwner("GET", report)).body).toEqual({ weeks: [] });
    await raiseEmergencyWeeks.run(world.app.services, new Date("2027-01-06T08:00:00Z"));
    expect(await told()).toEqual([]);
  });

  it("says who opened whose, why, for how long, and what was looked at", async () => {
    await asOwner("POST", `/api/patients/${clinic.ownPatientId}/emergency-access`, { reason, password });
    const look = () => asOwner("GET", `${photographs()}/${photographId}?form=display`);
    expect([(await look()).status, (await look()).status]).toEqual([200, 200]);
    await ask(world, clinic.tokens.practitioner, "GET", `${photographs()}/${photographId}?form=display`);
    const { weeks } = (await asOwner("GET", report)).body;
    expect(weeks).toEqual([
      {
        weekStartsOn: "2027-01-04",
        weekEndsOn: "2027-01-10",
        state: "under-way",
        uses: [
          {
            id: expect.any(String),
            by: "Owner heron",
            patientId: clinic.ownPatientId,
            patientNumber: 1,
            patientName: "Own Patient heron",
            reason,
            openedAt: "2027-01-06T08:00:00.000Z",
            endsAt: "2027-01-06T09:00:00.000Z",
            minutes: 60,
            opened: [{ photographId, pose: "front", takenOn: "2027-01-06", looks: 2 }],
          },
        ],
        reviews: [],
      },
    ]);
  });

  it("names the patient to an auditor by number and initials", async () => {
    const use = (await asAuditor("GET", report)).body.weeks[0].uses[0];
    expect(use).toMatchObject({ patientNumber: 1, patientName: "O. P.", reason });
  });

  it("is for the owner and the auditor of that clinic alone", async () => {
    for (const role of ["manager", "practitioner", "front-desk", "patient", "integrator"] as const)
      expect((await ask(world, clinic.tokens[role], "GET", report)).status, role).toBe(403);
    expect((await ask(world, other.tokens.owner, "GET", report)).body).toEqual({ weeks: [] });
    expect(
      (await ask(world, other.tokens.owner, "POST", `${report}/${week}/reviews`, { note: "All in order." })).status,
    ).toBe(404);
  });

  it("is reviewed once the week is over, not before, and only where there was any use", async () => {
    expect((await review("All in order.")).body.code).toBe("conflict");
    expect((await asOwner("POST", `${report}/2026-12-28/reviews`, { note: "All in order." })).status).toBe(404);
    expect((await asOwner("POST", `${report}/2027-01-06/reviews`, { note: "All in order." })).status).toBe(404);
  });

  it("raises one task for the owners when the week is over, and again each week until somebody has looked", async () => {
    const run = (at: string) => raiseEmergencyWeeks.run(world.app.services, new Date(at));
    await run("2027-01-10T23:59:00Z");
    expect(await told()).toEqual([]);
    await run("2027-01-11T00:00:00Z");
    await run("2027-01-11T00:01:00Z");
    const [first, ...more] = await told();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ to_address: clinic.emailOf("owner") });
    expect(first?.text).toContain("once in the week of Mon 4 Jan 2027");
    expect(first?.text).not.toContain("Patient heron");
    await run("2027-01-18T09:00:00Z");
    expect(await told()).toHaveLength(2);
    const raised = await world.query("select 1 from audit_event where action = 'raised' and noun = 'emergency week'");
    expect(raised).toHaveLength(1);
  });

  it("keeps who looked through it and what they found, and says where they used it themselves", async () => {
    world.setNow(new Date("2027-01-18T10:00:00Z"));
    expect((await asOwner("GET", report)).body.weeks[0].state).toBe("to-review");
    expect((await review("  ")).body.issues[0].path).toBe("note");
    const own = await review("I was called by the ambulance and looked twice.");
    expect(own.status).toBe(201);
    expect(own.body.state).toBe("reviewed");
    world.setNow(new Date("2027-01-18T10:05:00Z"));
    const byAuditor = await asAuditor("POST", `${report}/${week}/reviews`, {
      note: "Agrees with the ambulance's note.",
    });
    expect(byAuditor.body.reviews).toMatchObject([
      { by: "Owner heron", role: "owner", ownUse: true, note: "I was called by the ambulance and looked twice." },
      { by: "auditor heron", role: "auditor", ownUse: false, note: "Agrees with the ambulance's note." },
    ]);
    await raiseEmergencyWeeks.run(world.app.services, new Date("2027-01-25T09:00:00Z"));
    expect(await told()).toHaveLength(2);
    await expect(world.query("update emergency_review set note = 'nothing'")).rejects.toThrow(/never changed/);
  });
});
