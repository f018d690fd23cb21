import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookCourse } from "./booked-course.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let practitionerId: string;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  const course = await bookCourse(world, clinic);
  const visit = course.sessions[0]?.visit;
  practitionerId = visit?.practitionerId ?? "";
  // The signed-in practitioner is whoever the course was booked with, so that there is something to see.
  await world.query(
    `update resource set staff_id = (select id from staff where clinic_id = $1 and email = $2) where id = $3`,
    [clinic.clinicId, clinic.emailOf("practitioner"), practitionerId],
  );
}, 120_000);
afterAll(() => world.close());

const treats = (method: "GET" | "POST" | "DELETE", body?: unknown) =>
  ask(world, clinic.tokens.practitioner, method, "/api/account/calendar-feed", body);
const pathOf = (url: string) => new URL(url).pathname;

describe("a calendar feed of one's own", () => {
  it("is made by the person, kept only as a hash and shown once", async () => {
    expect((await treats("GET")).body).toEqual({ hasVisits: true, feed: null });
    const made = await treats("POST", {});
    expect(made.status).toBe(201);
    const secret = /feeds\/([\w-]{43})\.ics$/.exec(made.body.url)?.[1] ?? "";
    const rows = await world.query<{ row: string }>("select calendar_feed::text as row from calendar_feed");
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect((await treats("GET")).text).not.toContain(secret);
  });

  it("holds the kind, time, room and number of each visit, and no name and nothing clinical", async () => {
    const { url } = (await treats("POST", {})).body;
    const feed = await ask(world, null, "GET", pathOf(url));
    expect(feed.status).toBe(200);
    const events = new ICAL.Component(ICAL.parse(feed.text))
      .getAllSubcomponents("vevent")
      .map((event) => new ICAL.Event(event));
    const mine = await world.query<{ id: string; starts_at: Date }>(
      "select id, starts_at from visit where practitioner_id = $1 order by starts_at",
      [practitionerId],
    );
    expect(mine.length).toBeGreaterThan(0);
    expect(events.map(({ uid }) => uid)).toEqual(mine.map(({ id }) => `${id}@fibril`));
    expect(events.map(({ startDate }) => startDate.toJSDate())).toEqual(mine.map(({ starts_at }) => starts_at));
    expect(events[0]?.summary).toBe("Session");
    expect(events[0]?.location).toContain("Alder Lane");
    for (const word of ["Okafor", "Ama", "acne", "lidocaine"]) expect(feed.text).not.toContain(word);
  });

  it("need not be loaded again while nothing changed", async () => {
    const { url } = (await treats("POST", {})).body;
    const first = await world.app.http.inject({ method: "GET", url: pathOf(url) });
    const mark = String(first.headers["etag"]);
    const again = await world.app.http.inject({ method: "GET", url: pathOf(url), headers: { "if-none-match": mark } });
    expect({ status: again.statusCode, body: again.body }).toEqual({ status: 304, body: "" });
    await world.query("update visit set version = version + 1 where practitioner_id = $1", [practitionerId]);
    const changed = await world.app.http.inject({
      method: "GET",
      url: pathOf(url),
      headers: { "if-none-match": mark },
    });
    expect(changed.statusCode).toBe(200);
  });

  it("stops at once when it is revoked, when a new one is made, and when the person's place ends", async () => {
    const old = (await treats("POST", {})).body.url;
    const { url } = (await treats("POST", {})).body;
    expect((await ask(world, null, "GET", pathOf(old))).status).toBe(404);
    expect((await ask(world, null, "GET", pathOf(url))).status).toBe(200);
    expect((await treats("DELETE")).body.feed).toBeNull();
    expect((await ask(world, null, "GET", pathOf(url))).status).toBe(404);
    expect((await treats("DELETE")).status).toBe(404);
    const last = (await treats("POST", {})).body.url;
    await world.query("update membership set ended_at = now() where clinic_id = $1 and role = 'practitioner'", [
      clinic.clinicId,
    ]);
    expect((await ask(world, null, "GET", pathOf(last))).status).toBe(404);
  });

  it("is not for those without visits of their own, nor for made-up addresses", async () => {
    const made = await ask(world, clinic.tokens["front-desk"], "POST", "/api/account/calendar-feed", {});
    expect(made.body.detail).toBe("Only people with visits of their own have a calendar feed.");
    expect((await ask(world, null, "GET", `/api/feeds/${"a".repeat(43)}.ics`)).status).toBe(404);
    expect((await ask(world, null, "GET", "/api/feeds/short.ics")).status).toBe(404);
  });
});
