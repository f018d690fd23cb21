import { randomUUID } from "node:crypto";
import type { CourseView, TodayView, VisitView } from "@fibril/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSecret, newSecret } from "../src/platform/auth/secrets.ts";
import { patientSteps } from "./patient-steps.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let steps: ReturnType<typeof patientSteps>;
let session: VisitView;
let treats: string;
let colleague: string;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "plover");
  steps = patientSteps(world, clinic);
  const course: CourseView = await steps.bookCourse(await steps.readyPatient());
  const [first] = course.sessions;
  if (!first?.visit) throw new Error("no session");
  session = first.visit;
  treats = await tokenOf("= $1", session.practitionerId);
  colleague = await tokenOf("<> $1", session.practitionerId);
}, 120_000);
afterAll(() => world.close());

/** A token of the practitioner whom the calendar knows by this id, or of one of the others. */
async function tokenOf(which: "= $1" | "<> $1", practitionerId: string): Promise<string> {
  const secret = newSecret();
  const [member] = await world.query<{ membership_id: string }>(
    `select staff.membership_id from resource
       join staff on staff.clinic_id = resource.clinic_id and staff.id = resource.staff_id
      where resource.id ${which} order by resource.name limit 1`,
    [practitionerId],
  );
  await world.query(
    `insert into api_token (token_hash, id, clinic_id, membership_id, name, created_at)
     select $1, $2, clinic_id, id, 'room', created_at from membership where id = $3`,
    [hashSecret(secret), randomUUID(), member?.membership_id],
  );
  return secret;
}

const today = async (token: string): Promise<TodayView["visits"]> =>
  (await ask(world, token, "GET", "/api/today")).body.visits;

describe("the day of those who treat", () => {
  it("marks a visit as theirs to the one who is booked for it, and to nobody else", async () => {
    world.setNow(new Date(`${session.day}T08:30:00Z`));
    expect((await today(treats)).map(({ visit, isOwn }) => [visit.id, isOwn])).toEqual([[session.id, true]]);
    expect((await today(colleague)).map(({ visit, isOwn }) => [visit.id, isOwn])).toEqual([[session.id, false]]);
  });

  it("does not send anybody from a consultation to the session of the same day", async () => {
    const wish = { siteId: clinic.siteId, serviceKind: "consultation", from: session.day, to: session.day };
    const { places } = (await steps.desk("POST", "/api/visit-suggestions", { ...wish, practitionerId: null })).body;
    const [{ practitionerName: _name, roomName: _room, ...place }] = places;
    const { patientId } = session;
    await steps.desk("POST", `/api/patients/${patientId}/consultation-visits`, { siteId: clinic.siteId, place });
    const consultation = (await today(treats)).find(({ visit }) => visit.kind === "consultation");
    expect(consultation?.next).toBe("Open the consultation");
  });
});

describe("a course that ended early", () => {
  it("is not planned on: whoever comes back is offered another", async () => {
    const path = `/api/patients/${session.patientId}`;
    const [course] = (await steps.treats("GET", `${path}/courses`)).body.courses;
    const ended = { version: course.version, reason: "Moves away" };
    expect((await steps.treats("POST", `/api/courses/${course.id}/abandonment`, ended)).status).toBe(200);
    expect((await steps.treats("GET", `${path}/pathway`)).body.next).toEqual({
      step: "plan",
      action: "Plan another course",
    });
  });
});
