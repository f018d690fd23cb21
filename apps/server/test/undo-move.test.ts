import type { CourseView, VisitView } from "@fibril/contract";
import { addDays, calendarDate } from "@fibril/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bookCourse } from "./booked-course.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let course: CourseView;

beforeAll(async () => {
  world = await openTestWorld();
}, 120_000);
afterAll(() => world.close());

let round = 0;
beforeEach(async () => {
  world.setNow(new Date("2027-01-06T08:00:00Z"));
  round += 1;
  clinic = await foundTestClinic(world, `heron${round}`);
  course = await bookCourse(world, clinic);
}, 60_000);

const desk = (method: "GET" | "POST", path: string, body?: unknown) =>
  ask(world, clinic.tokens["front-desk"], method, path, body);

const visitsOf = ({ sessions }: CourseView) => sessions.flatMap(({ visit }) => (visit ? [visit] : []));
const when = ({ day, start, practitionerId, deviceId }: VisitView) => ({ day, start, practitionerId, deviceId });

/** The second session a week later: the third has to follow. */
async function moveSecond(days = 7): Promise<CourseView> {
  const [, second] = visitsOf(course);
  if (!second) throw new Error("no second session");
  const from = addDays(calendarDate(second.day), days);
  const { body } = await desk("GET", `/api/visits/${second.id}/legal-starts?from=${from}&days=1`);
  const [run] = body.days[0].runs;
  const place = {
    day: from,
    start: run.from,
    practitioner: run.practitioner,
    prepRoom: run.prepRooms[0],
    treatmentRoom: run.treatmentRooms[0],
    device: run.devices[0],
  };
  const moved = await desk("POST", `/api/visits/${second.id}/moves`, { place, version: second.version });
  expect(moved.status).toBe(200);
  return moved.body;
}

const undo = (moved: CourseView) => {
  const [, second] = visitsOf(moved);
  return desk("POST", `/api/visits/${second?.id}/move-undos`, { version: second?.version });
};

describe("taking a move back", () => {
  it("puts every session that it moved back at once", async () => {
    const moved = await moveSecond();
    expect(visitsOf(moved)[1]?.day).not.toBe(visitsOf(course)[1]?.day);
    const back = await undo(moved);
    expect(back.status).toBe(200);
    expect(visitsOf(back.body).map(when)).toEqual(visitsOf(course).map(when));
    const [claims] = await world.query<{ days: string[] }>(
      "select array_agg(distinct day::text order by day::text) as days from claim where visit_id = $1",
      [visitsOf(course)[1]?.id],
    );
    expect(claims?.days).toEqual([visitsOf(course)[1]?.day]);
  });

  it("is possible once, and not for a session that nobody moved", async () => {
    const [first] = visitsOf(course);
    const never = await desk("POST", `/api/visits/${first?.id}/move-undos`, { version: first?.version });
    expect([never.status, never.body.code]).toEqual([409, "conflict"]);
    const back = await undo(await moveSecond());
    expect((await undo(back.body)).body.code).toBe("conflict");
  });

  it("moves none where one of the places is taken by now", async () => {
    const moved = await moveSecond(-6);
    const carried = visitsOf(moved).filter((visit, index) => visit.day !== visitsOf(course)[index]?.day);
    const last = carried.at(-1);
    const old = visitsOf(course).find(({ id }) => id === last?.id);
    await world.query(
      `insert into absence (clinic_id, id, resource_id, from_day, to_day, reason)
       values ($1, gen_random_uuid(), $2, $3, $3, 'ill')`,
      [clinic.clinicId, old?.practitionerId, old?.day],
    );
    const refused = await undo(moved);
    expect(refused.status).toBe(409);
    const { courses } = (
      await ask(world, clinic.tokens.practitioner, "GET", `/api/patients/${course.patientId}/courses`)
    ).body;
    expect(visitsOf(courses[0]).map(when)).toEqual(visitsOf(moved).map(when));
  });

  it("is refused once one of the sessions was changed by somebody", async () => {
    const moved = await moveSecond();
    const [, second] = visitsOf(moved);
    await desk("POST", `/api/visits/${second?.id}/state`, {
      version: second?.version,
      state: "cancelled",
      cancelledBy: "patient",
      reason: "ill",
    });
    expect((await undo(moved)).body.code).toBe("stale-version");
  });

  it("is open for an hour", async () => {
    const moved = await moveSecond();
    world.setNow(new Date("2027-01-06T09:01:00Z"));
    expect((await undo(moved)).body.detail).toContain("60 minutes");
  });

  it("is a manager's too, who reads the times it may be moved to and no clinical text", async () => {
    const moved = await moveSecond();
    const [, second] = visitsOf(moved);
    const asManager = (method: "GET" | "POST", path: string, body?: unknown) =>
      ask(world, clinic.tokens.manager, method, path, body);
    const starts = await asManager("GET", `/api/visits/${second?.id}/legal-starts?from=${second?.day}&days=1`);
    expect(starts.status).toBe(200);
    expect(starts.text).not.toContain("acne");
    const back = await asManager("POST", `/api/visits/${second?.id}/move-undos`, { version: second?.version });
    expect([back.status, back.body.concerns]).toEqual([200, []]);
  });
});

describe("a visit that is cancelled while it is moved", () => {
  it("locks the day before the visit, as a move does", async () => {
    const [first] = visitsOf(course);
    if (!first) throw new Error("no session");
    const isWaiting =
      "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    await world.query("begin");
    const day = [clinic.clinicId, first.siteId, first.day];
    await world.query("select from site_day where clinic_id = $1 and site_id = $2 and day = $3 for update", day);
    const cancel = { version: first.version, state: "cancelled", cancelledBy: "patient", reason: "ill" };
    const cancelled = desk("POST", `/api/visits/${first.id}/state`, cancel);
    await expect.poll(async () => (await world.query<{ waiting: number }>(isWaiting))[0]?.waiting).toBe(1);
    await world.query("select from visit where clinic_id = $1 and id = $2 for update nowait", [
      clinic.clinicId,
      first.id,
    ]);
    await world.query("commit");
    expect((await cancelled).status).toBe(200);
  });

  it("never stops both: they go one after the other", async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const [first] = visitsOf(course);
      if (!first) throw new Error("no session");
      const later = addDays(calendarDate(first.day), 1);
      const { body } = await desk("GET", `/api/visits/${first.id}/legal-starts?from=${later}&days=6`);
      const open = body.days.find(({ runs }: { readonly runs: readonly unknown[] }) => runs.length > 0);
      const [run] = open.runs;
      const place = {
        day: open.day,
        start: run.from,
        practitioner: run.practitioner,
        prepRoom: run.prepRooms[0],
        treatmentRoom: run.treatmentRooms[0],
        device: run.devices[0],
      };
      const cancel = { version: first.version, state: "cancelled", cancelledBy: "patient", reason: "ill" };
      const answered = await Promise.all([
        desk("POST", `/api/visits/${first.id}/moves`, { place, version: first.version }),
        desk("POST", `/api/visits/${first.id}/state`, cancel),
      ]);
      expect(answered.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answered.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
      course = await bookCourse(world, clinic);
    }
  });
});
