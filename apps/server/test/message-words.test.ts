import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { escalateTasks } from "../src/workflows/escalate-tasks.ts";
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

const isoDate = /\d{4}-\d{2}-\d{2}/;

describe("what is written to people", () => {
  it("names days and times as the clinic says them, in every message", async () => {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const patientId = await steps.readyPatient();
    await world.query("update patient set email = 'ama@heron.example' where id = $1", [patientId]);
    const course = await steps.bookCourse(patientId);
    const [first] = course.sessions;
    await steps.arrive(first.visit);
    // Whoever would rather be called about visits is still written to about healing.
    await world.query("update patient set preferred_contact = 'phone' where id = $1", [patientId]);
    const session = (await steps.start(first.visit)).body;
    const record = await steps.wholeFace(first.visit, 61);
    await steps.treats("PUT", `/api/sessions/${session.id}`, { version: 1, record });
    await steps.treats("POST", `/api/sessions/${session.id}/signature`, { version: 2 });
    const { checkIns } = (await steps.treats("GET", `/api/patients/${patientId}/check-ins`)).body;
    world.setNow(new Date(`${checkIns[0].dueOn}T10:00:00Z`));
    const url = `/api/patients/${patientId}/check-ins/${checkIns[0].id}/answers`;
    await steps.treats("POST", url, { version: 1, answers: { lipOrTongueSwelling: "yes" } });
    await escalateTasks.run(world.app.services, new Date(`${checkIns[0].dueOn}T11:00:00Z`));

    const messages = await world.query<{ kind: string; subject: string; text: string }>(
      "select kind, subject, text from message",
    );
    const kinds = [...new Set(messages.map(({ kind }) => kind))].sort();
    expect(kinds).toEqual(["aftercare", "check-in", "course-booked", "escalation", "red-flag"]);
    for (const { subject, text } of messages) {
      expect(`${subject} ${text}`).not.toMatch(isoDate);
      expect(`${subject} ${text}`).not.toMatch(/[a-z]+-(day|hours)\b|[a-z][A-Z]\w+:/);
    }
    const booked = messages.find(({ kind }) => kind === "course-booked");
    expect(booked?.text).toMatch(/Session 1: \w{3} \d{1,2} Jan 2027, \d{2}:\d{2}\n/);
    const flag = messages.find(({ kind }) => kind === "red-flag");
    expect(flag?.subject).toBe("Emergency: a check-in needs you");
    expect(flag?.text).toMatch(/by \w{3} \d{1,2} \w{3} 2027, 10:15 \(emergency\)/);
    const late = messages.find(({ kind }) => kind === "escalation");
    expect(late?.text).toMatch(/was due by \w{3} \d{1,2} \w{3} 2027, 10:15\. .*http:\/\/clinic\.test\/tasks$/);
  });

  it("gives the overview's rows in words too", async () => {
    const owner = (path: string) => steps.asOwner("GET", path);
    const open = (await owner("/api/overview/rows?of=open-courses")).body.rows;
    expect(open[0].what).toBe("1 of 3 sessions, under way");
    const flags = (await owner("/api/overview/rows?of=open-tasks")).body.rows;
    expect(flags[0].what).toBe("Emergency: nobody has looked yet");
  });
});
