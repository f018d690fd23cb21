import type { TriedCourseView } from "@fibril/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patientSteps } from "./patient-steps.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "plover");
}, 120_000);
afterAll(() => world.close());

type Session = TriedCourseView["sessions"][number];
const gapDays = { min: 28, max: 42, target: 35 };
const as = (role: keyof TestClinic["tokens"]) => (method: "GET" | "POST", path: string, body?: unknown) =>
  ask(world, clinic.tokens[role], method, path, body);

async function readyPatient(): Promise<string> {
  return patientSteps(world, clinic).readyPatient();
}

async function staffId(name: string): Promise<string> {
  const [row] = await world.query<{ id: string }>("select id from resource where clinic_id = $1 and name = $2", [
    clinic.clinicId,
    name,
  ]);
  if (!row) throw new Error(`nobody called ${name}`);
  return row.id;
}

async function tryDays(patientId: string, wanted: readonly (readonly [string, string])[], practitionerId?: string) {
  const sessions = wanted.map(([day, start]) => ({ day, start }));
  const body = { siteId: clinic.siteId, gapDays, practitionerId: practitionerId ?? null, sessions };
  const answered = await as("front-desk")("POST", `/api/patients/${patientId}/course-trials`, body);
  expect(answered.status).toBe(200);
  return answered.body.sessions as readonly Session[];
}

const placesOf = (sessions: readonly Session[]) => sessions.map(({ place }) => place);
const rulesOf = (sessions: readonly Session[]) => sessions.map(({ broken }) => broken.map(({ rule }) => rule));

describe("a course placed by hand", () => {
  it("has everybody and everything that its days and hours need, and the desk books it", async () => {
    const patientId = await readyPatient();
    const tried = await tryDays(patientId, [
      ["2027-01-13", "10:00"],
      ["2027-02-16", "14:30"],
      ["2027-03-24", "10:00"],
    ]);
    expect(tried.map(({ practitionerName, gapDays }) => [practitionerName, gapDays])).toEqual([
      ["Dr Priya Nair", null],
      ["Dr Priya Nair", 34],
      ["Dr Priya Nair", 36],
    ]);
    expect(rulesOf(tried)).toEqual([[], [], []]);
    const booking = { siteId: clinic.siteId, gapDays, sessions: placesOf(tried) };
    const booked = await as("front-desk")("POST", `/api/patients/${patientId}/courses`, booking);
    expect([booked.status, booked.body.sessions.length]).toEqual([201, 3]);
  });

  it("goes past two rules with a reason for each, both listed", async () => {
    const patientId = await readyPatient();
    const tom = await staffId("Tom Ellery, RN");
    const tried = await tryDays(
      patientId,
      [
        ["2027-01-11", "09:00"],
        ["2027-03-08", "09:00"],
        ["2027-04-13", "09:00"],
      ],
      tom,
    );
    expect(tried.map(({ broken }) => broken)).toEqual([
      [],
      [{ rule: "gap-too-long", path: "sessions.1.day", said: "is 56 days after the one before: at most 42" }],
      [{ rule: "outside-roster", path: "sessions.2.start", said: "outside-roster" }],
    ]);
    const booking = { siteId: clinic.siteId, gapDays, sessions: placesOf(tried) };
    const path = `/api/patients/${patientId}/courses`;
    const abroad = { path: "sessions.1.day", rule: "gap-too-long", reason: "She is at sea in February" };
    const comesIn = { path: "sessions.2.start", rule: "outside-roster", reason: "Tom comes in for her" };
    const one = await as("owner")("POST", path, { ...booking, override: { reasons: [abroad] } });
    expect([one.status, one.body.current.overridable]).toEqual([422, tried[2]?.broken]);
    const desks = await as("front-desk")("POST", path, { ...booking, override: { reasons: [abroad, comesIn] } });
    expect([desks.status, desks.body.code]).toEqual([403, "forbidden"]);
    const both = await as("owner")("POST", path, { ...booking, override: { reasons: [abroad, comesIn] } });
    expect(both.status).toBe(201);
    const { overrides } = (await as("auditor")("GET", "/api/reports/booking-overrides")).body;
    const listed = overrides.map(({ ordinal, rule, reason }: Record<string, unknown>) => [ordinal, rule, reason]);
    expect(listed.toSorted()).toEqual([
      [2, "gap-too-long", "She is at sea in February"],
      [3, "outside-roster", "Tom comes in for her"],
    ]);
  });

  it("says of each session why it can't be", async () => {
    await world.query(
      "insert into site_closure select clinic_id, id, '2027-02-17', 'Inventory' from site where clinic_id = $1",
      [clinic.clinicId],
    );
    const bars = async (...wanted: readonly (readonly [string, string])[]) =>
      (await tryDays(patientId, wanted)).map(({ bar }) => bar);
    const patientId = await readyPatient();
    expect(await bars(["2027-01-05", "10:00"], ["2027-02-17", "10:00"], ["2027-03-21", "10:00"])).toEqual([
      "past",
      "closed",
      "outside-opening",
    ]);
    expect(await bars(["2027-01-13", "16:25"], ["2027-01-13", "10:00"], ["2027-02-10", "16:30"])).toEqual([
      null,
      "not-after",
      "outside-opening",
    ]);
  });

  it("says which session was taken meanwhile, before anything is booked", async () => {
    const days = [
      ["2027-08-04", "10:00"],
      ["2027-09-08", "10:00"],
      ["2027-10-13", "10:00"],
    ] as const;
    const book = (patientId: string, sessions: unknown) =>
      as("front-desk")("POST", `/api/patients/${patientId}/courses`, { siteId: clinic.siteId, gapDays, sessions });
    const [one, other] = [await readyPatient(), await readyPatient()];
    const sessions = placesOf(await tryDays(one, days));
    expect((await book(one, sessions)).status).toBe(201);
    const [first, second, third] = placesOf(await tryDays(other, [days[0], ["2027-09-08", "13:00"], days[2]]));
    expect([first, third]).toEqual([null, null]);
    const refused = await book(other, [sessions[0], second, sessions[2]]);
    expect([refused.status, refused.body.code, refused.body.issues]).toEqual([
      409,
      "taken",
      [
        { path: "sessions.0", message: "taken" },
        { path: "sessions.2", message: "taken" },
      ],
    ]);
  });

  it("names everything of the kind that is missing, and why", async () => {
    const busy = await readyPatient();
    const days = [
      ["2027-04-07", "10:00"],
      ["2027-05-12", "10:00"],
      ["2027-06-16", "10:00"],
    ] as const;
    const sessions = placesOf(await tryDays(busy, days));
    expect(
      (await as("front-desk")("POST", `/api/patients/${busy}/courses`, { siteId: clinic.siteId, gapDays, sessions }))
        .status,
    ).toBe(201);
    const other = await readyPatient();
    const [first] = await tryDays(other, days);
    expect([first?.place, first?.unmet]).toEqual([
      null,
      {
        need: "device",
        tried: [
          { name: "Demo Pen A, no. 1", why: "taken" },
          { name: "Demo Pen B", why: "out-of-service" },
        ],
      },
    ]);
  });

  it("is refused in words for a device whose service is overdue, though there is a reason", async () => {
    const patientId = await readyPatient();
    const tried = await tryDays(patientId, [
      ["2027-07-07", "10:00"],
      ["2027-08-11", "10:00"],
      ["2027-09-15", "10:00"],
    ]);
    const penB = await staffId("Demo Pen B");
    const sessions = placesOf(tried).map((place, index) => (index === 2 ? { ...place, device: penB } : place));
    const override = { reason: "The engineer comes in August" };
    const body = { siteId: clinic.siteId, gapDays, sessions, override };
    const refused = await as("owner")("POST", `/api/patients/${patientId}/courses`, body);
    expect([refused.status, refused.body.issues]).toEqual([409, [{ path: "sessions.2", message: "out-of-service" }]]);
    expect((await as("owner")("GET", `/api/patients/${patientId}/courses`)).body.courses).toEqual([]);
  });

  it("is not tried at all while suitability is closed", async () => {
    const patientId = await patientSteps(world, clinic).register();
    const session = { day: "2027-01-13", start: "10:00" };
    const body = { siteId: clinic.siteId, gapDays, practitionerId: null, sessions: [session, session, session] };
    const refused = await as("owner")("POST", `/api/patients/${patientId}/course-trials`, body);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      "No practitioner has signed a decision on suitability yet.",
    ]);
  });
});
