import type { CourseView, LegalStartsView } from "@fibril/contract";
import { addDays, type CalendarDate } from "@fibril/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookCourse } from "./booked-course.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let course: CourseView;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  course = await bookCourse(world, clinic);
}, 120_000);
afterAll(() => world.close());

const visitOf = (ordinal: number) => {
  const visit = course.sessions[ordinal - 1]?.visit;
  if (!visit) throw new Error(`session ${ordinal} has no visit`);
  return { ...visit, day: visit.day as CalendarDate };
};

async function startsFrom(ordinal: number, from: string, days = 7): Promise<LegalStartsView> {
  const path = `/api/visits/${visitOf(ordinal).id}/legal-starts?from=${from}&days=${days}`;
  return (await ask(world, clinic.tokens["front-desk"], "GET", path)).body;
}

describe("where a session may be moved to", () => {
  it("is between 28 and 42 days after the one before, and says what else is too soon or too late", async () => {
    const first = visitOf(1).day;
    const around = await startsFrom(2, addDays(first, 26), 4);
    expect(around.window).toEqual({ from: addDays(first, 28), to: addDays(first, 42), target: addDays(first, 35) });
    expect(around.days.map(({ gapDays }) => gapDays)).toEqual([26, 27, 28, 29]);
    expect(around.days.map(({ barred }) => barred === "too-soon")).toEqual([true, true, false, false]);
    const end = await startsFrom(2, addDays(first, 42), 2);
    expect(end.days.map(({ barred }) => barred === "too-late")).toEqual([false, true]);
  });

  it("names no first day of treatment once that day has come", async () => {
    // Decided on 6 January, which is today: "treatment may begin from 6 January" tells nobody anything.
    expect((await startsFrom(2, visitOf(2).day, 1)).notBefore).toBeNull();
  });

  it("says whether the later sessions would have to move too", async () => {
    const [second, third] = [visitOf(2).day, visitOf(3).day];
    const stay = (await startsFrom(2, second, 1)).days[0];
    expect(stay?.movesLater).toBe(false);
    const near = (await startsFrom(2, addDays(third, -27), 1)).days[0];
    expect(near?.movesLater).toBe(true);
  });

  it("offers its own place again, and only starts that a move accepts", async () => {
    const visit = visitOf(2);
    const day = (await startsFrom(2, visit.day, 1)).days[0];
    const own = day?.runs.find(
      ({ practitioner, from, to }) => practitioner === visit.practitionerId && from <= visit.start && visit.start <= to,
    );
    expect(own?.treatmentRooms).toContain(visit.treatmentRoomId);
    const run = day?.runs.at(-1);
    const place = {
      day: visit.day,
      start: run?.to,
      practitioner: run?.practitioner,
      prepRoom: run?.prepRooms[0],
      treatmentRoom: run?.treatmentRooms[0],
      device: run?.devices[0],
    };
    const preview = { place, version: visit.version };
    const asked = await ask(
      world,
      clinic.tokens["front-desk"],
      "POST",
      `/api/visits/${visit.id}/move-previews`,
      preview,
    );
    expect({ status: asked.status, changes: asked.body.changes?.length }).toEqual({ status: 200, changes: 1 });
  });

  it("is nowhere on a closed day, with the reason", async () => {
    const visit = visitOf(3);
    const closure = { day: visit.day, reason: "Water off" };
    await ask(world, clinic.tokens.manager, "POST", `/api/sites/${visit.siteId}/closures`, closure);
    expect((await startsFrom(3, visit.day, 1)).days[0]).toMatchObject({
      barred: "closed",
      closed: "Water off",
      runs: [],
    });
  });

  it("is nowhere for a visit that was cancelled", async () => {
    const { id, version } = visitOf(3);
    const cancel = { version, state: "cancelled", cancelledBy: "patient", reason: "Holiday" };
    await ask(world, clinic.tokens["front-desk"], "POST", `/api/visits/${id}/state`, cancel);
    const path = `/api/visits/${id}/legal-starts?from=2027-03-01&days=1`;
    const asked = await ask(world, clinic.tokens["front-desk"], "GET", path);
    expect({ status: asked.status, detail: asked.body.detail }).toEqual({
      status: 409,
      detail: "A session that is cancelled stays where it is.",
    });
  });
});
