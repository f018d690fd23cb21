import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
let other: TestClinic;
let steps: ReturnType<typeof patientSteps>;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  other = await foundTestClinic(world, "otter");
  steps = patientSteps(world, clinic);
}, 120_000);
afterAll(() => world.close());

const typed = (skinNotes: string) => ({
  answers: { pregnancy: { answer: "no" } },
  concerns: [],
  area: null,
  anaesthetic: null,
  fitzpatrick: null,
  skinNotes,
});

describe("a consultation that is being typed", () => {
  it("is kept by the clinic, goes on at another device, and never overwrites another one's in silence", async () => {
    const path = `/api/patients/${await steps.register()}/consultation`;
    const keep = (version: number, skinNotes: string) =>
      steps.treats("PUT", `${path}/draft`, { version, startedFrom: 1, content: typed(skinNotes) });
    expect((await steps.treats("GET", `${path}/draft`)).body).toEqual({ draft: null });
    expect((await keep(0, "Dry")).body).toMatchObject({ version: 1, savedBy: "practitioner heron" });
    expect((await keep(1, "Dry, some scaling")).body.version).toBe(2);
    const stale = await keep(1, "Oily");
    expect([stale.body.code, stale.body.current.content.skinNotes]).toEqual(["stale-version", "Dry, some scaling"]);
    expect((await keep(0, "Oily")).body.code).toBe("stale-version");
    expect((await steps.treats("GET", `${path}/draft`)).body.draft.content).toEqual(typed("Dry, some scaling"));
  });

  it("is nobody's answer until it is kept: the verdict knows nothing of it, and then it is gone", async () => {
    const patientId = await steps.register();
    const path = `/api/patients/${patientId}/consultation`;
    await steps.treats("PUT", `${path}/draft`, { version: 0, startedFrom: 1, content: typed("Dry") });
    expect((await steps.treats("GET", path)).body).toEqual({ consultation: null });
    expect((await steps.treats("GET", `/api/patients/${patientId}/suitability`)).body.outcome).toBeNull();
    expect((await steps.treats("PUT", path, fullConsultation())).status).toBe(200);
    expect((await steps.treats("GET", `${path}/draft`)).body).toEqual({ draft: null });
  });

  it("is read by those who treat alone, in their own clinic", async () => {
    const path = `/api/patients/${await steps.register()}/consultation/draft`;
    for (const role of ["owner", "manager", "front-desk", "auditor"] as const)
      expect((await ask(world, clinic.tokens[role], "GET", path)).status, role).toBe(403);
    expect((await ask(world, other.tokens.practitioner, "GET", path)).status).toBe(404);
  });
});
