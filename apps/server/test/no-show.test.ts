import type { CourseView, VisitView } from "@fibril/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookCourse } from "./booked-course.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let visit: VisitView;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  const course: CourseView = await bookCourse(world, clinic);
  const booked = course.sessions[0]?.visit;
  if (!booked) throw new Error("no session");
  visit = booked;
}, 120_000);
afterAll(() => world.close());

const say = async (state: string) => {
  const { body, status } = await ask(world, clinic.tokens["front-desk"], "POST", `/api/visits/${visit.id}/state`, {
    version: visit.version,
    state,
    cancelledBy: null,
    reason: null,
  });
  if (status === 200) visit = body;
  return { status, code: body.code };
};
const taken = () =>
  world.query<{ from: number; to: number }>(
    "select lower(during) as from, upper(during) as to from claim where visit_id = $1 order by 1, 2",
    [visit.id],
  );
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const at = (minute: number) => {
  const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  world.setNow(new Date(`${visit.day}T${time}:00Z`));
};

describe("a patient who does not come", () => {
  it("leaves what is left of the time to others, from the next five minutes on", async () => {
    const start = minuteOf(visit.start);
    const before = await taken();
    expect(before.map(({ from }) => from)).toContain(start);
    at(start + 12);
    expect((await say("no-show")).status).toBe(200);
    expect(await taken()).toEqual([{ from: start, to: start + 15 }]);
  });

  it("has the time again on coming after all, where nobody took it", async () => {
    const start = minuteOf(visit.start);
    at(start + 20);
    expect((await say("arrived")).status).toBe(200);
    expect((await taken()).length).toBe(4);
  });

  it("is told that it is gone where somebody did", async () => {
    const start = minuteOf(visit.start);
    expect((await say("booked")).status).toBe(200);
    expect((await say("no-show")).status).toBe(200);
    await world.query(
      `insert into claim (clinic_id, resource_id, day, during, visit_id, site_id)
       select clinic_id, practitioner_id, day, int4range($2, $3), (select id from visit where id <> $1 and course_id = v.course_id limit 1), site_id
       from visit v where id = $1`,
      [visit.id, start + 60, start + 65],
    );
    expect(await say("arrived")).toEqual({ status: 409, code: "taken" });
    expect(visit.state).toBe("no-show");
  });
});
