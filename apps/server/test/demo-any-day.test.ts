import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "../src/demo/seed-demo.ts";
import { openTestWorld, type TestWorld } from "./test-clinic.ts";

describe.each([
  ["a Monday, when the second site is closed", "2026-11-23T12:00:00Z", "2026-11-23"],
  ["29 February, a Tuesday", "2028-02-29T12:00:00Z", "2028-02-29"],
  ["a Wednesday late at night", "2026-11-25T23:50:00Z", "2026-11-25"],
  ["a Thursday before sunrise", "2026-12-24T03:00:00Z", "2026-12-24"],
  ["a Friday in summer", "2027-07-02T12:00:00Z", "2027-07-02"],
])("a demo that is started on %s", (_case, startedAt, day) => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openTestWorld();
    const clock = { now: () => new Date(startedAt) };
    await seedDemo({ databaseUrl: world.url, vault: world.app.services.vault, clock, log: () => undefined });
  }, 300_000);
  afterAll(() => world.close());

  it("opens at ten to nine of that day at the clinic", async () => {
    const [row] = await world.query<{ opens: Date }>(
      "select $1::timestamptz + make_interval(secs => clock_offset_seconds) as opens from installation",
      [startedAt],
    );
    const opens = row?.opens.toLocaleString("sv-SE", { timeZone: "Europe/London" });
    expect(opens).toBe(`${day} 08:50:00`);
  });

  it("has at least four sessions that day, the first patient in the waiting room and none treated yet", async () => {
    const visits = await world.query<{ state: string }>(
      "select state from visit where day = $1 and kind = 'session' order by starts_at",
      [day],
    );
    expect(visits.length).toBeGreaterThanOrEqual(4);
    expect(visits.filter(({ state }) => state === "arrived")).toHaveLength(1);
    expect(visits.filter(({ state }) => state === "booked")).toHaveLength(visits.length - 1);
  });

  it("has one patient in the middle of a course with three photographs that can be compared", async () => {
    const fronts = await world.query(
      `select distinct taken_on from photograph join patient on patient.id = photograph.patient_id
       where family_name = 'Okafor' and pose = 'front'`,
    );
    expect(fronts).toHaveLength(3);
  });

  it("has one red flag whose two hours have begun", async () => {
    const flags = await world.query<{ minutes: string }>(
      `select extract(epoch from due_at - ($1::timestamptz + make_interval(secs => clock_offset_seconds))) / 60 as minutes
       from task, installation where acknowledged_at is null`,
      [startedAt],
    );
    expect(flags.map(({ minutes }) => Number(minutes))).toEqual([80]);
  });
});
