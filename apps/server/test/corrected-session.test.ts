import type { SessionRecordBody } from "@fibril/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patientSteps } from "./patient-steps.ts";
import { foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let steps: ReturnType<typeof patientSteps>;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "wren");
  steps = patientSteps(world, clinic);
}, 120_000);
afterAll(() => world.close());

describe("a signed session that is corrected", () => {
  it("counts as corrected wherever it is read again, and its first record stays beside it", async () => {
    const patientId = await steps.readyPatient();
    const course = await steps.bookCourse(patientId);
    const [first, second] = course.sessions;
    await steps.arrive(first.visit);
    const session = (await steps.start(first.visit)).body;
    const record = (await steps.wholeFace(first.visit, 62)) as SessionRecordBody;
    await steps.treats("PUT", `/api/sessions/${session.id}`, { version: 1, record });
    await steps.treats("POST", `/api/sessions/${session.id}/signature`, { version: 2 });

    const zones = record.zones.map((zone) => ({ ...zone, depthMm: 0.5 }));
    const corrected = { ...record, zones, painScore: 7, stoppedEarly: { reason: "faint", note: "Lay down" } };
    const amendment = { record: corrected, reason: "The depth of another patient was typed" };
    const amended = await steps.treats("POST", `/api/sessions/${session.id}/amendments`, amendment);
    expect(amended.status).toBe(201);
    expect(amended.body).toMatchObject({ signed: { intact: true }, amendments: [{ before: { stoppedEarly: "no" } }] });

    const { sessions } = (await steps.treats("GET", `/api/patients/${patientId}/sessions`)).body;
    expect(sessions).toMatchObject([{ deepestMm: 0.5, painScore: 7, stoppedEarly: "faint" }]);
    const [shown] = (await steps.treats("GET", `/api/patients/${patientId}/courses`)).body.courses;
    expect(shown.sessions[0].stoppedEarly).toBe("faint");
    const overview = (await steps.asOwner("GET", "/api/overview")).body;
    expect(overview.counts["stopped-sessions"]).toBe(1);

    await steps.arrive(second.visit);
    const next = (await steps.start(second.visit)).body;
    expect(new Set(next.last.zones.map(({ depthMm }: { depthMm: number }) => depthMm))).toEqual(new Set([0.5]));
  });
});
