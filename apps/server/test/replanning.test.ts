import { addDays, calendarDate, daysBetween } from "@fibril/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  foundTestClinic,
  fullConsultation,
  openTestWorld,
  registration,
  type TestClinic,
  type TestWorld,
} from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());

type Method = "GET" | "POST" | "PUT";
const treats = (method: Method, path: string, body?: unknown) =>
  ask(world, clinic.tokens.practitioner, method, path, body);
const desk = (method: Method, path: string, body?: unknown) =>
  ask(world, clinic.tokens["front-desk"], method, path, body);
const manages = (method: Method, path: string, body?: unknown) => ask(world, clinic.tokens.manager, method, path, body);

const gapDays = { min: 28, max: 42, target: 35 };

async function bookCourse(earliest: string, more: Record<string, unknown> = {}) {
  const patientId = (await desk("POST", "/api/patients", { ...registration, ...more })).body.id;
  await treats("PUT", `/api/patients/${patientId}/consultation`, fullConsultation());
  const view = (await treats("GET", `/api/patients/${patientId}/suitability`)).body;
  await treats("POST", `/api/patients/${patientId}/suitability/decisions`, {
    consultationVersion: view.consultationVersion,
    verdictShown: view.outcome.verdict,
    decision: "agree",
    reason: "",
    outsideOpinion: null,
  });
  const wish = { siteId: clinic.siteId, sessions: 3, gapDays, earliest, latest: earliest, weekdays: null };
  const { courses } = (
    await desk("POST", `/api/patients/${patientId}/course-suggestions`, {
      ...wish,
      blockedDays: [],
      preferred: [],
      practitionerId: null,
    })
  ).body;
  const sessions = courses[0].sessions.map(
    ({ end: _end, practitionerName: _who, roomName: _room, ...place }: Record<string, unknown>) => place,
  );
  return (await desk("POST", `/api/patients/${patientId}/courses`, { siteId: clinic.siteId, gapDays, sessions })).body;
}

const closure = (day: string) => ({ kind: "closure", siteId: clinic.siteId, days: [day] });
const plan = (cause: unknown, mayMoveOthers = false) => manages("POST", "/api/replans", { cause, mayMoveOthers });

/** Waits until nobody looks for a better plan any more. */
async function settled(replanId: string) {
  for (let tries = 0; tries < 300; tries += 1) {
    const { body } = await manages("GET", `/api/replans/${replanId}`);
    if (body.state === "ready") return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the plan never came to rest");
}

const claimsOf = (visitId: string) =>
  world.query<{ day: string; resource_id: string }>("select day, resource_id from claim where visit_id = $1", [
    visitId,
  ]);
const messagesOf = (patientId: string) =>
  world.query<{ text: string; to_address: string }>(
    "select text, to_address from message where patient_id = $1 and kind = 'visits-moved' and cancelled_at is null",
    [patientId],
  );

describe("a closed day with booked sessions", () => {
  const monday = "2027-01-11";
  let courses: { id: string; patientId: string; sessions: { visit: { id: string; day: string; start: string } }[] }[];
  let replanId: string;

  it("is listed with the number of its visits", async () => {
    courses = [
      await bookCourse(monday, { email: "ama@heron.example" }),
      await bookCourse(monday, { givenName: "Ben", email: "ben@heron.example" }),
      await bookCourse(monday, { givenName: "Cyd" }),
    ];
    await manages("POST", `/api/sites/${clinic.siteId}/closures`, { day: monday, reason: "Burst pipe" });
    const { causes } = (await desk("GET", "/api/replan-causes")).body;
    expect(causes).toContainEqual({ cause: closure(monday), name: "Alder Lane", reason: "Burst pipe", visits: 3 });
  });

  it("is planned anew at once, every gap kept and nothing moved", async () => {
    const { status, body } = await plan(closure(monday));
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: "Alder Lane", state: "improving", way: "first" });
    expect(body.lines).toHaveLength(3);
    for (const line of body.lines) {
      const course = courses.find((one) => one.sessions[0]?.visit.id === line.visitId);
      const second = course?.sessions[1]?.visit.day;
      const gap = daysBetween(line.after.day, calendarDate(second ?? ""));
      expect(gap).toBeGreaterThanOrEqual(28);
      expect(gap).toBeLessThanOrEqual(42);
      expect(line).toMatchObject({ role: "displaced", state: "proposed", before: { day: monday }, obstacles: [] });
      expect((await claimsOf(line.visitId))[0]?.day).toBe(monday);
    }
    replanId = body.id;
  });

  it("is planned better aside, and the better plan is kept", async () => {
    const body = await settled(replanId);
    expect(["search", "solver"]).toContain(body.way);
    expect(body.lines).toHaveLength(3);
  });

  it("moves one chosen line with its claims, and tells that patient alone, once", async () => {
    const { lines, version } = await settled(replanId);
    const [line] = lines;
    const accepted = await desk("POST", `/api/replans/${replanId}/acceptance`, { version, visitIds: [line.visitId] });
    expect(accepted.status).toBe(200);
    expect(accepted.body.moved).toBe(1);
    const claims = await claimsOf(line.visitId);
    expect(claims).toHaveLength(4);
    expect(new Set(claims.map(({ day }) => day))).toEqual(new Set([line.after.day]));
    const again = await desk("POST", `/api/replans/${replanId}/acceptance`, { version, visitIds: [line.visitId] });
    expect(again.body).toMatchObject({ moved: 0, told: 0 });
    expect(await messagesOf(line.patientId)).toHaveLength(line.email === null ? 0 : 1);
  });

  it("refuses a line whose place was taken meanwhile, moves nothing, and proposes another", async () => {
    const { lines, version } = await settled(replanId);
    const open = lines.filter((line: { state: string }) => line.state === "proposed");
    expect(open).toHaveLength(2);
    const { after } = open[0];
    // The practitioner of that place falls ill.
    await world.query(
      "insert into absence (clinic_id, id, resource_id, from_day, to_day, reason) values ($1, gen_random_uuid(), $2, $3, $3, 'ill')",
      [clinic.clinicId, after.practitioner, after.day],
    );
    const refused = await desk("POST", `/api/replans/${replanId}/acceptance`, { version, visitIds: null });
    expect(refused).toMatchObject({ status: 409, body: { code: "taken" } });
    expect(refused.body.current.stale).toContain(open[0].visitId);
    const fresh = refused.body.current.fresh.find((line: { visitId: string }) => line.visitId === open[0].visitId);
    expect(fresh.after).not.toEqual(after);
    for (const line of open) expect((await claimsOf(line.visitId))[0]?.day).toBe(monday);
  });

  it("accepts the rest once it is renewed; whoever has no address is to be called", async () => {
    const before = await settled(replanId);
    await desk("POST", `/api/replans/${replanId}/renewal`, { version: before.version });
    const { version } = await settled(replanId);
    const accepted = await desk("POST", `/api/replans/${replanId}/acceptance`, { version, visitIds: null });
    expect(accepted.body).toMatchObject({ moved: 2 });
    expect(accepted.body.told + accepted.body.toCall.length).toBe(2);
    for (const { sessions } of courses) {
      expect((await claimsOf(sessions[0]?.visit.id ?? ""))[0]?.day).not.toBe(monday);
    }
    const told = [];
    for (const { patientId } of courses) told.push(await messagesOf(patientId));
    expect(told.map(({ length }) => length)).toEqual([1, 1, 0]);
    expect(told[0]?.[0]?.text).toContain("is now");
    const written = await world.query("select 1 from audit_event where action = 'moved' and noun = 'visit'");
    expect(written).toHaveLength(3);
    expect((await desk("GET", "/api/replan-causes")).body.causes[0].visits).toBe(0);
  });

  it("can't be undone while the day is closed", async () => {
    const { version } = await settled(replanId);
    const undone = await desk("POST", `/api/replans/${replanId}/undo`, { version, visitIds: null });
    expect(undone).toMatchObject({ status: 409, body: { code: "conflict" } });
  });
});

describe("an absence that is only being considered", () => {
  it("is planned without being entered, accepted, and undone before anybody is told", async () => {
    const course = await bookCourse("2027-01-18", { givenName: "Dee", email: "dee@heron.example" });
    const { visit } = course.sessions[0];
    const cause = {
      kind: "absence",
      resourceId: visit.practitionerId,
      fromDay: visit.day,
      toDay: addDays(calendarDate(visit.day), 1),
    };
    const { body } = await plan(cause);
    const { version, lines } = await settled(body.id);
    expect(lines[0].after).not.toMatchObject({ day: visit.day, practitioner: visit.practitionerId });
    const accepted = await desk("POST", `/api/replans/${body.id}/acceptance`, { version, visitIds: null });
    expect(accepted.body.told).toBe(1);
    const undone = await desk("POST", `/api/replans/${body.id}/undo`, {
      version: accepted.body.replan.version,
      visitIds: null,
    });
    expect(undone.status).toBe(200);
    expect(await messagesOf(course.patientId)).toEqual([]);
    const back = (await desk("GET", `/api/patients/${course.patientId}/visits`)).body.visits[0];
    expect(back).toMatchObject({ day: visit.day, start: visit.start, practitionerId: visit.practitionerId });
  });

  it("stops looking for a better plan when asked to, and says so for another clinic's site", async () => {
    const { body } = await plan(closure("2027-01-18"));
    const stopped = await desk("POST", `/api/replans/${body.id}/stop`, { version: body.version });
    expect(stopped.body.state).toBe("ready");
    const foreign = { kind: "closure", siteId: "00000000-0000-4000-8000-000000000000", days: ["2027-01-18"] };
    expect((await plan(foreign)).status).toBe(404);
  });
});

describe("a session that nothing can be found for", () => {
  it("stays booked, with the constraint that stands in its way", async () => {
    const course = await bookCourse("2027-02-02", { givenName: "Eli" });
    const [{ visit }] = course.sessions;
    const days = Array.from({ length: 31 }, (_, day) => addDays(calendarDate("2027-01-20"), day));
    const more = Array.from({ length: 31 }, (_, day) => addDays(calendarDate("2027-02-20"), day));
    for (const day of [...days, ...more])
      await manages("POST", `/api/sites/${clinic.siteId}/closures`, { day, reason: "Flood" });
    const { body } = await plan({ kind: "closure", siteId: clinic.siteId, days });
    const line = body.lines.find((one: { visitId: string }) => one.visitId === visit.id);
    expect(line).toMatchObject({ state: "without-place", after: null, terms: null });
    expect(line.obstacles.length).toBeGreaterThan(0);
    const forced = await desk("POST", `/api/replans/${body.id}/acceptance`, {
      version: body.version,
      visitIds: [visit.id],
    });
    expect(forced.status).toBe(422);
    expect(await claimsOf(visit.id)).toHaveLength(4);
  });
});
