import { addDays, calendarDate } from "@fibril/kernel";
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

type Role = keyof TestClinic["tokens"];
const as = (role: Role) => (method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
  ask(world, clinic.tokens[role], method, path, body);
const desk = as("front-desk");
const gapDays = { min: 28, max: 42, target: 35 };
const override = { reason: "She moves abroad in March" };

async function treatablePatient(answers: Record<string, unknown> = {}): Promise<string> {
  const patientId = (await desk("POST", "/api/patients", registration)).body.id;
  await as("practitioner")("PUT", `/api/patients/${patientId}/consultation`, fullConsultation(answers));
  const view = (await as("practitioner")("GET", `/api/patients/${patientId}/suitability`)).body;
  const decision = {
    consultationVersion: 2,
    verdictShown: view.outcome.verdict,
    decision: "agree",
    reason: "",
    outsideOpinion: null,
  };
  await as("practitioner")("POST", `/api/patients/${patientId}/suitability/decisions`, decision);
  return patientId;
}

/** Places that can be had from a Wednesday on: one, 35 and 70 days later. */
async function placesFor(patientId: string, earliest: string) {
  const wish = { siteId: clinic.siteId, sessions: 3, gapDays, earliest, latest: addDays(calendarDate(earliest), 7) };
  const any = { weekdays: ["wed"], blockedDays: [], preferred: [], practitionerId: null };
  const { body } = await desk("POST", `/api/patients/${patientId}/course-suggestions`, { ...wish, ...any });
  return body.courses[0].sessions.map(
    ({ end: _, practitionerName: __, roomName: ___, ...place }: Record<string, string>) => place,
  );
}

async function bookedCourse(earliest: string) {
  const patientId = await treatablePatient();
  const sessions = await placesFor(patientId, earliest);
  const course = (
    await desk("POST", `/api/patients/${patientId}/courses`, { siteId: clinic.siteId, gapDays, sessions })
  ).body;
  return { patientId, sessions, visits: course.sessions.map(({ visit }: { visit: unknown }) => visit) };
}

describe("booking outside a rule of the clinic", () => {
  it("names the rule that may be gone past, and goes past it for an owner with a reason", async () => {
    const patientId = await treatablePatient();
    const [first, second, third] = await placesFor(patientId, "2027-01-13");
    const early = { ...second, day: addDays(calendarDate(first.day), 21) };
    const body = {
      siteId: clinic.siteId,
      gapDays,
      sessions: [first, early, { ...third, day: addDays(calendarDate(first.day), 56) }],
    };
    const refused = await desk("POST", `/api/patients/${patientId}/courses`, body);
    expect(refused.status).toBe(422);
    expect(refused.body.current).toEqual({
      overridable: [
        {
          rule: "gap-too-short",
          path: "sessions.1.day",
          said: "is 21 days after the one before: at least 28",
        },
      ],
    });
    const desks = await desk("POST", `/api/patients/${patientId}/courses`, { ...body, override });
    expect([desks.status, desks.body.code]).toEqual([403, "forbidden"]);
    const owners = await as("owner")("POST", `/api/patients/${patientId}/courses`, { ...body, override });
    expect(owners.status).toBe(201);
    const { overrides } = (await as("auditor")("GET", "/api/reports/booking-overrides")).body;
    expect(overrides).toHaveLength(1);
    expect(overrides[0]).toMatchObject({
      rule: "gap-too-short",
      said: "is 21 days after the one before: at least 28",
      reason: "She moves abroad in March",
      role: "owner",
      ordinal: 2,
      day: early.day,
      patientName: "Ama Okafor",
    });
    expect((await desk("GET", "/api/reports/booking-overrides")).status).toBe(403);
  });

  it("a manager moves a session past its window and reads no clinical text in the answer", async () => {
    const { visits, sessions } = await bookedCourse("2027-02-03");
    const last = visits.at(-1);
    const place = { ...sessions.at(-1), day: addDays(calendarDate(visits[1].day), 49) };
    const move = { place, version: last.version };
    const path = `/api/visits/${last.id}/moves`;
    const refused = await as("manager")("POST", path, move);
    expect(refused.body.current.overridable[0].rule).toBe("gap-too-long");
    const preview = await as("manager")("POST", `/api/visits/${last.id}/move-previews`, { ...move, override });
    expect(preview.status).toBe(200);
    const moved = await as("manager")("POST", path, { ...move, override });
    expect([moved.status, moved.body.concerns, moved.body.sessions[2].visit.day]).toEqual([200, [], place.day]);
    const reported = (await as("manager")("GET", "/api/reports/booking-overrides?from=2027-01-06&to=2027-01-06")).body
      .overrides;
    const row = reported.find(({ visitId }: { readonly visitId: string }) => visitId === last.id);
    expect(row).toMatchObject({ rule: "gap-too-long", role: "manager", visitId: last.id });
    expect((await as("manager")("GET", "/api/reports/booking-overrides?from=2027-01-07")).body.overrides).toEqual([]);
  });

  it("outside the roster's hours, where the clinic is open", async () => {
    const { body: found } = await desk("POST", "/api/visit-suggestions", {
      siteId: clinic.siteId,
      serviceKind: "consultation",
      from: "2027-03-03",
      to: "2027-03-03",
      practitionerId: null,
    });
    const [{ practitionerName, roomName, ...place }] = found.places;
    await world.query("delete from roster where clinic_id = $1 and resource_id = $2 and weekday = 'wed'", [
      clinic.clinicId,
      place.practitioner,
    ]);
    const path = `/api/patients/${clinic.ownPatientId}/consultation-visits`;
    const refused = await as("owner")("POST", path, { siteId: clinic.siteId, place });
    expect(refused.body.current.overridable).toEqual([
      { rule: "outside-roster", path: "place", said: "outside-roster" },
    ]);
    expect((await as("owner")("POST", path, { siteId: clinic.siteId, place, override })).status).toBe(201);
  });

  it.each([
    ["what is taken", "", 409],
    [
      "an overdue device",
      "update resource set service_due_on = '2027-01-07' where clinic_id = $1 and kind = 'device'",
      409,
    ],
    ["a lapsed licence", "update qualification set valid_to = '2027-01-07' where clinic_id = $1", 409],
    [
      "a closed day",
      "insert into site_closure select clinic_id, id, '2027-04-14', 'Inventory' from site where clinic_id = $1",
      409,
    ],
  ])("never goes past %s", async (_what, change, status) => {
    const own = await foundTestClinic(world, `c${Math.abs(_what.length)}-${_what.replaceAll(" ", "")}`);
    const before = clinic;
    clinic = own;
    try {
      const patientId = await treatablePatient();
      const sessions = await placesFor(patientId, "2027-04-14");
      if (change) await world.query(change, [own.clinicId]);
      else
        await as("owner")("POST", `/api/patients/${await treatablePatient()}/courses`, {
          siteId: own.siteId,
          gapDays,
          sessions,
        });
      const answered = await as("owner")("POST", `/api/patients/${patientId}/courses`, {
        siteId: own.siteId,
        gapDays,
        sessions,
        override,
      });
      expect([answered.status, answered.body.code]).toEqual([status, "taken"]);
    } finally {
      clinic = before;
    }
  });

  it("never goes before the first day that suitability allows", async () => {
    const stopped = { isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2026-07-12" } };
    const patientId = await treatablePatient(stopped);
    const sessions = (await placesFor(patientId, "2027-01-13")).map((place: object, index: number) =>
      index === 0 ? { ...place, day: "2027-01-11" } : place,
    );
    const body = { siteId: clinic.siteId, gapDays, sessions, override };
    const refused = await as("owner")("POST", `/api/patients/${patientId}/courses`, body);
    expect([refused.status, refused.body.issues[0], refused.body.current]).toEqual([
      422,
      { path: "sessions.0.day", message: "is before 2027-01-12, when treatment may begin" },
      undefined,
    ]);
  });

  it("never goes into the past, nor before the session before", async () => {
    const { visits, sessions } = await bookedCourse("2027-05-05");
    const [, second] = visits;
    const move = (place: object) =>
      as("owner")("POST", `/api/visits/${second.id}/moves`, {
        place: { ...sessions[1], ...place },
        version: second.version,
        override,
      });
    expect((await move({ day: visits[0].day })).body.issues).toEqual([
      { path: "place.day", message: "is not after the session before" },
    ]);
    expect((await move({ day: "2027-01-05" })).body.issues).toEqual([{ path: "place.day", message: "is in the past" }]);
    expect((await move({ day: "2027-01-06", start: "07:55" })).body.issues).toEqual([
      { path: "place.start", message: "is in the past" },
    ]);
  });
});

describe("an hour of today that is over", () => {
  it("is refused on every door", async () => {
    world.setNow(new Date("2027-01-13T11:02:00Z"));
    const patientId = await treatablePatient();
    const sessions = await placesFor(patientId, "2027-01-20");
    const past = { day: "2027-01-13", start: "11:00" };
    const booked = await desk("POST", `/api/patients/${patientId}/courses`, {
      siteId: clinic.siteId,
      gapDays,
      sessions: [{ ...sessions[0], ...past }, sessions[1], sessions[2]],
    });
    expect(booked.body.issues).toContainEqual({ path: "sessions.0.start", message: "is in the past" });
    const consultation = await desk("POST", `/api/patients/${patientId}/consultation-visits`, {
      siteId: clinic.siteId,
      place: { ...sessions[0], ...past, device: null },
    });
    expect(consultation.body.issues).toEqual([{ path: "place.start", message: "is in the past" }]);
    const { visits } = await bookedCourse("2027-06-02");
    for (const door of ["moves", "move-previews"]) {
      const moved = await desk("POST", `/api/visits/${visits[0].id}/${door}`, {
        place: { ...sessions[0], ...past },
        version: visits[0].version,
      });
      expect(moved.body.issues).toEqual([{ path: "place.start", message: "is in the past" }]);
    }
  });

  it("not at a time that the clock skips, which is said in words and not as taken", async () => {
    await world.query(
      "insert into site_opening (clinic_id, site_id, weekday, from_minute, to_minute) values ($1, $2, 'sun', 0, 300)",
      [clinic.clinicId, clinic.siteId],
    );
    const found = await desk("POST", "/api/visit-suggestions", {
      siteId: clinic.siteId,
      serviceKind: "consultation",
      from: "2027-03-10",
      to: "2027-03-24",
      practitionerId: null,
    });
    const [{ practitionerName: _practitioner, roomName: _room, ...place }] = found.body.places;
    const skipped = { ...place, day: "2027-03-28", start: "01:15" };
    await world.query(
      "insert into roster (clinic_id, resource_id, site_id, weekday, from_minute, to_minute) values ($1, $2, $3, 'sun', 0, 300)",
      [clinic.clinicId, place.practitioner, clinic.siteId],
    );
    const path = `/api/patients/${clinic.ownPatientId}/consultation-visits`;
    const refused = await as("owner")("POST", path, { siteId: clinic.siteId, place: skipped, override });
    expect([refused.status, refused.body.issues]).toEqual([
      422,
      [{ path: "place", message: "does not exist on that day: the clock goes forward over it" }],
    ]);
    const after = { ...skipped, start: "02:00" };
    expect((await as("owner")("POST", path, { siteId: clinic.siteId, place: after })).status).toBe(201);
  });
});
