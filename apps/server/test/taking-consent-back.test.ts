import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patientSteps } from "./patient-steps.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let steps: ReturnType<typeof patientSteps>;
let consentId: string;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "wren");
  steps = patientSteps(world, clinic);
  consentId = (await steps.consentTo(clinic.ownPatientId, "treatment")).body.id;
}, 120_000);
afterAll(() => world.close());

const takeBack = { purpose: null, reason: "" };

describe("taking consent back", () => {
  it("asks those who write it down for a patient what was said", async () => {
    const path = `/api/patients/${clinic.ownPatientId}/consents/${consentId}/withdrawals`;
    const { status, body } = await steps.treats("POST", path, takeBack);
    expect([status, body.issues]).toEqual([422, [{ path: "reason", message: "say why, in a few words" }]]);
  });

  it("asks a patient for no reason: it is as easy as giving it", async () => {
    const own = await ask(world, clinic.tokens.patient, "POST", `/api/my/consents/${consentId}/withdrawals`, takeBack);
    expect([own.status, own.body.withdrawals]).toMatchObject([201, [{ purpose: null, reason: "" }]]);
    const { state } = (await steps.treats("GET", `/api/patients/${clinic.ownPatientId}/consents`)).body;
    expect([state.treatment, state.permits]).toEqual(["withdrawn", false]);
  });
});
