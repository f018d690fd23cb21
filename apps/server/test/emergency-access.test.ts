import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patientSteps } from "./patient-steps.ts";
import { ask, foundTestClinic, openTestWorld, password, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let other: TestClinic;
let steps: ReturnType<typeof patientSteps>;
let photographs: string;
let photographId: string;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  other = await foundTestClinic(world, "otter");
  steps = patientSteps(world, clinic);
  await steps.consentTo(clinic.ownPatientId, "photographs");
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#caa" } })
    .jpeg()
    .toBuffer();
  photographs = `/api/patients/${clinic.ownPatientId}/photographs`;
  const asked = `${photographs}?pose=front&takenOn=2027-01-06`;
  const type = { "content-type": "image/jpeg" };
  photographId = (await ask(world, clinic.tokens.practitioner, "POST", asked, jpeg, type)).body.id;
}, 120_000);
afterAll(() => world.close());

const access = () => `/api/patients/${clinic.ownPatientId}/emergency-access`;
const reason = "Anaphylaxis, practitioner unreachable";
const look = () => steps.asOwner("GET", `${photographs}/${photographId}?form=display`);
const list = () => steps.asOwner("GET", `/api/patients/${clinic.ownPatientId}/measurements`);

describe("photographs for somebody who does not treat", () => {
  it("stay closed to the owner without an emergency access", async () => {
    expect((await look()).status).toBe(403);
    expect((await list()).status).toBe(403);
    expect((await steps.asOwner("GET", access())).body).toEqual({ access: null });
    expect((await steps.treats("GET", `${photographs}/${photographId}?form=display`)).status).toBe(200);
  });

  it("are opened with a reason of some length and the own password only", async () => {
    const open = (body: unknown) => steps.asOwner("POST", access(), body);
    expect((await open({ reason: "because", password })).body.issues[0].path).toBe("reason");
    expect((await open({ reason, password: "not mine" })).body.issues).toEqual([
      { path: "password", message: "is not your password" },
    ]);
    expect((await look()).status).toBe(403);
    for (const role of ["manager", "front-desk", "auditor", "practitioner", "patient"] as const) {
      const refused = await ask(world, clinic.tokens[role], "POST", access(), { reason, password });
      expect(refused.status, role).toBe(403);
    }
    expect((await ask(world, other.tokens.owner, "POST", access(), { reason, password })).status).toBe(404);
  });

  it("are open for one hour to that person alone, and each look is told", async () => {
    const opened = await steps.asOwner("POST", access(), { reason, password });
    expect(opened.body.access).toMatchObject({ reason, endsAt: "2027-01-06T09:00:00.000Z" });
    expect((await look()).status).toBe(200);
    expect((await list()).body.photographs).toHaveLength(1);
    expect((await ask(world, clinic.tokens.manager, "GET", `${photographs}/${photographId}?form=display`)).status).toBe(
      403,
    );
    world.setNow(new Date("2027-01-06T08:59:59Z"));
    expect((await look()).status).toBe(200);
    world.setNow(new Date("2027-01-06T09:00:00Z"));
    expect((await look()).status).toBe(403);
    const told = await world.query<{ to_address: string; text: string }>(
      "select to_address, text from message where kind = 'emergency-access'",
    );
    expect(told.map(({ to_address }) => to_address)).toEqual([clinic.emailOf("owner")]);
    expect(told[0]?.text).toContain("on Wed 6 Jan 2027, 08:00, for one hour");
    const mine = (await ask(world, clinic.tokens.patient, "GET", "/api/my/audit")).body.events;
    const acts = mine.map(({ actor, action, noun }: Record<string, string>) => `${actor} ${action} ${noun}`);
    expect(acts).toContain("Owner heron opened in an emergency photographs");
    expect(acts.filter((act: string) => act === "Owner heron viewed photograph")).toHaveLength(2);
  });

  it("keep their openings as they were", () =>
    expect(world.query("delete from emergency_access")).rejects.toThrow(/never changed/));
});
