import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patientSteps } from "./patient-steps.ts";
import { foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let steps: ReturnType<typeof patientSteps>;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  steps = patientSteps(world, clinic);
}, 120_000);
afterAll(() => world.close());

describe("a session stopped early and a course ended early", () => {
  it("both stay in every count, and the manager sees neither the cause", async () => {
    const patientId = await steps.readyPatient();
    const course = await steps.bookCourse(patientId);
    const [first] = course.sessions;
    await steps.arrive(first.visit);
    const session = (await steps.start(first.visit)).body;
    const whole = await steps.wholeFace(first.visit, 61);
    const record = { ...whole, stoppedEarly: { reason: "faint", note: "Went pale at the forehead" } };
    await steps.treats("PUT", `/api/sessions/${session.id}`, { version: 1, record });
    expect((await steps.treats("POST", `/api/sessions/${session.id}/signature`, { version: 2 })).status).toBe(200);
    const { version } = (await steps.treats("GET", `/api/patients/${patientId}/courses`)).body.courses[0];
    const reason = "Does not want to go on";
    expect((await steps.treats("POST", `/api/courses/${course.id}/abandonment`, { version, reason })).status).toBe(200);
    const [ended] = (await steps.treats("GET", `/api/patients/${patientId}/courses`)).body.courses;
    expect(ended).toMatchObject({
      abandonedReason: reason,
      abandonedBy: `practitioner ${clinic.canary}`,
      abandonedAt: new Date(`${first.visit.day}T09:00:00Z`).toISOString(),
    });
    expect(ended.sessions.map(({ recordId }: { recordId: string | null }) => recordId)).toEqual([
      session.id,
      null,
      null,
    ]);

    const overview = (await steps.asOwner("GET", "/api/overview")).body;
    expect(overview.counts).toMatchObject({ "stopped-sessions": 1, "abandoned-courses": 1, "open-courses": 0 });
    expect(overview.redFlags).toMatchObject({ part: 0, whole: 1 });
    expect(overview.completion).toMatchObject({ part: 0, whole: 1 });
    expect(overview.abandonedAfter).toEqual([{ sessions: 1, courses: 1 }]);
    const stopped = (await steps.asOwner("GET", "/api/overview/rows?of=stopped-sessions")).body;
    expect(stopped.rows).toEqual([
      { patientId, who: "Ama Okafor", what: "Session 1, stopped early", on: first.visit.day },
    ]);
    const endings = (await steps.asOwner("GET", "/api/overview/rows?of=abandoned-courses")).body;
    expect(endings.rows[0].what).toBe("1 of 3 sessions, ended early");
    expect(JSON.stringify([stopped, endings])).not.toMatch(/faint|pale|want/i);
  });
});
