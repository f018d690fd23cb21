import type { VisitView } from "@fibril/contract";
import { calendarDate } from "@fibril/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findService } from "../src/features/booking/set-up-store.ts";
import { insertVisit } from "../src/features/booking/visit-store.ts";
import { openDatabase, type Tx } from "../src/platform/database/database.ts";
import { newId } from "../src/platform/ids.ts";
import { patientSteps } from "./patient-steps.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let other: TestClinic;
let annexId: string;
let database: ReturnType<typeof openDatabase>;
let steps: ReturnType<typeof patientSteps>;

const begun = new Date("2027-01-06T08:00:00Z");

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  other = await foundTestClinic(world, "canary");
  steps = patientSteps(world, clinic);
  database = openDatabase(world.url, 2);
  const [annex] = await world.query<{ id: string }>("select id from site where clinic_id = $1 and id <> $2", [
    clinic.clinicId,
    clinic.siteId,
  ]);
  annexId = annex?.id ?? "";
}, 120_000);
afterAll(async () => {
  await database.close();
  await world.close();
});

const owner = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
  ask(world, clinic.tokens.owner, method, path, body);
const foresee = (from: string, to: string) => owner("POST", "/api/clinic/time-zone/foreseen", { from, to });
const change = (from: string, to: string) => owner("PUT", "/api/clinic/time-zone", { from, to });

/** Where PostgreSQL sees a visit on the wall of the zone that it carries, beside what was promised. */
const visitOf = async (id: string) => {
  const [row] = await world.query<Record<string, string | null>>(
    `select visit.time_zone as zone, starts_at::text as at, (starts_at at time zone visit.time_zone)::text as shown,
       (day + make_interval(mins => start_minute))::text as promised,
       (select (lower(instants) at time zone visit.time_zone)::text from claim
          where claim.visit_id = visit.id and instants is not null) as claimed,
       (select (day + make_interval(mins => lower(during)))::text from claim
          where claim.visit_id = visit.id and claim.resource_id = practitioner_id) as taken
     from visit where id = $1`,
    [id],
  );
  return row ?? {};
};
const inClinic = <Value>(work: (tx: Tx) => Promise<Value>) => database.inClinic({ clinicId: clinic.clinicId }, work);

/** A consultation by hand, with the people and the room of another visit. */
async function consultation(
  at: { siteId: string; day: string; start: string; like: string },
  beforeTheEnd: () => Promise<void> = async () => undefined,
): Promise<string> {
  const id = newId(begun);
  await inClinic(async (tx) => {
    const like = await tx.selectFrom("visit").selectAll().where("id", "=", at.like).executeTakeFirstOrThrow();
    const place = {
      day: calendarDate(at.day),
      start: at.start,
      practitioner: like.practitioner_id,
      prepRoom: like.prep_room_id,
      treatmentRoom: like.treatment_room_id,
      device: null,
    };
    const service = await findService(tx, clinic.clinicId, "consultation");
    const who = { id, patientId: like.patient_id, kind: "consultation", courseId: null, ordinal: null } as const;
    await insertVisit(tx, clinic.clinicId, { ...who, siteId: at.siteId, place, service, bookedBy: "Desk" }, begun);
    await beforeTheEnd();
  });
  return id;
}

let firstVisit: VisitView;
let courseVisits: readonly string[] = [];

describe("the clinic's time zone", () => {
  it("is read by the owner and the manager, with that of each site", async () => {
    const read = await ask(world, clinic.tokens.manager, "GET", "/api/clinic/time-zone");
    expect(read.body.timeZone).toBe("Europe/London");
    expect(read.body.sites.map(({ timeZone }: { timeZone: string }) => timeZone)).toEqual([
      "Europe/London",
      "Europe/London",
    ]);
    expect((await ask(world, clinic.tokens["front-desk"], "GET", "/api/clinic/time-zone")).status).toBe(403);
    expect((await ask(world, clinic.tokens.practitioner, "PUT", "/api/clinic/time-zone", {})).status).toBe(403);
  });

  it.each([
    ["Europe/Lundon", '"Europe/Lundon" is no time zone: write its area and city, such as Europe/London'],
    ["+01:00", '"+01:00" is no time zone: write its area and city, such as Europe/London'],
    ["europe/london", "Europe/London is the clinic's time zone already"],
  ])("is refused by name where it is %s", async (to, message) => {
    for (const answered of [await foresee("Europe/London", to), await change("Europe/London", to)])
      expect([answered.status, answered.body.issues]).toEqual([422, [{ path: "to", message }]]);
  });

  it("is not changed by somebody who started from another one", async () => {
    const late = await change("Europe/Paris", "America/New_York");
    expect([late.status, late.body.code, late.body.current.timeZone]).toEqual([409, "stale-version", "Europe/London"]);
  });
});

describe("another time zone", () => {
  it("is told before it is saved, in numbers, and nothing is changed by asking", async () => {
    const patientId = await steps.readyPatient();
    await world.query("update patient set email = 'ama@home.example' where id = $1", [patientId]);
    const course = await steps.bookCourse(patientId);
    firstVisit = course.sessions[0].visit;
    courseVisits = course.sessions.map(({ visit }: { visit: { id: string } }) => visit.id);
    const { status, body } = await foresee("Europe/London", "america/new_york");
    expect([status, body]).toEqual([
      200,
      {
        from: "Europe/London",
        to: "America/New_York",
        now: "2027-01-06T08:00:00.000Z",
        following: expect.arrayContaining([expect.any(String), expect.any(String)]),
        keeping: [],
        visits: 3,
        shifted: 3,
        over: 0,
        patients: 1,
        messages: 0,
        obstacles: [],
      },
    ]);
    expect((await visitOf(courseVisits[0] ?? ""))["zone"]).toBe("Europe/London");
    expect(await world.query("select 1 from message where kind = 'clock-changed'")).toEqual([]);
  });

  it("keeps visits to come at their time on the wall, with what they take, and leaves what is done or past alone", async () => {
    const [first = "", second = ""] = courseVisits;
    const past = await consultation({ siteId: clinic.siteId, day: "2027-01-05", start: "10:00", like: first });
    const done = await consultation({ siteId: clinic.siteId, day: "2027-01-08", start: "19:00", like: first });
    await world.query("update visit set state = 'done' where id = $1", [done]);
    const before = await Promise.all([past, done].map(visitOf));
    const wall = await visitOf(second);
    expect((await change("Europe/London", "America/New_York")).status).toBe(200);
    for (const id of courseVisits) {
      const seen = await visitOf(id);
      expect(seen["zone"]).toBe("America/New_York");
      expect([seen["shown"], seen["claimed"]]).toEqual([seen["promised"], seen["taken"]]);
    }
    expect((await visitOf(second))["promised"]).toBe(wall["promised"]);
    const after = await Promise.all([past, done].map(visitOf));
    const told = ({ zone, at }: Record<string, string | null>) => [zone, at];
    expect(after.map(told)).toEqual(before.map(told));
    expect(before.map(({ zone, at }) => [zone, at])).toEqual([
      ["Europe/London", "2027-01-05 10:00:00+00"],
      ["Europe/London", "2027-01-08 19:00:00+00"],
    ]);
    await world.query("delete from claim where visit_id = $1", [done]);
    const { body } = await ask(world, clinic.tokens.owner, "GET", "/api/sign-in");
    expect(body.clinic.timeZone).toBe("America/New_York");
  });

  it("is in the audit with what it was, in the history of each visit, and told to each patient once", async () => {
    const [event] = await world.query<{ actor: string; detail: Record<string, unknown> }>(
      "select actor, detail from audit_event where action = 'changed the time zone of'",
    );
    expect([event?.actor, event?.detail]).toEqual([
      "Owner heron",
      expect.objectContaining({ before: "Europe/London", after: "America/New_York", visitsShifted: 3 }),
    ]);
    const [history] = await world.query<{ reason: string }>(
      "select reason from visit_event where visit_id = $1 and by = 'Owner heron' order by at desc limit 1",
      [courseVisits[0]],
    );
    expect(history?.reason).toMatch(
      /^The clinic's time zone is America\/New_York, it was Europe\/London: (\d\d:\d\d) stays \1\.$/,
    );
    const messages = await world.query<{ to: string; text: string }>(
      "select to_address as to, text from message where kind = 'clock-changed'",
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toMatch(
      /^We have put our clock right in our bookings\. Please come at the time that we agreed, on our clock:\n\w{3} \d+ Jan 2027, \d\d:\d\d, time of America\/New_York\n/,
    );
  });

  it("of the same clock shifts no visit and writes to nobody", async () => {
    const { body } = await change("America/New_York", "America/Toronto");
    expect([body.visits, body.shifted, body.patients]).toEqual([3, 0, 0]);
    expect((await visitOf(courseVisits[0] ?? ""))["zone"]).toBe("America/Toronto");
    expect(await world.query("select 1 from message where kind = 'clock-changed'")).toHaveLength(1);
    expect((await change("America/Toronto", "Europe/London")).status).toBe(200);
  });

  it("takes the place that a visitor keeps with it", async () => {
    const at = `/api/self-booking/clinics/${clinic.clinicId}`;
    const { body } = await ask(world, null, "GET", `${at}/times?siteId=${clinic.siteId}`);
    const { day, times } = body.days.find(({ times }: { times: unknown[] }) => times.length > 0);
    const { start } = times[0];
    const wish = { siteId: clinic.siteId, day, start, instead: null };
    expect((await ask(world, null, "POST", `${at}/holds`, wish)).status).toBe(201);
    await change("Europe/London", "America/New_York");
    const [kept] = await world.query(
      `select hold.time_zone as zone, make_interval(mins => start_minute)::text as "start",
         (lower(instants) at time zone 'America/New_York' - make_interval(mins => lower(during)))::text as day
       from hold join claim on claim.hold_id = hold.id and instants is not null`,
    );
    expect(kept).toEqual({ zone: "America/New_York", start: `${start}:00`, day: `${day} 00:00:00` });
    await change("America/New_York", "Europe/London");
  });

  it("leaves another clinic as it is", async () => {
    const read = await ask(world, other.tokens.owner, "GET", "/api/clinic/time-zone");
    expect([read.body.timeZone, read.body.sites[0].timeZone]).toEqual(["Europe/London", "Europe/London"]);
  });
});

describe("a message that waits for its morning", () => {
  it("goes out at the same hour of the new clock, and one that waits for another try does not move", async () => {
    await steps.arrive(firstVisit);
    const session = (await steps.start(firstVisit)).body;
    const record = await steps.wholeFace(firstVisit, 71);
    await steps.treats("PUT", `/api/sessions/${session.id}`, { version: 1, record });
    expect((await steps.treats("POST", `/api/sessions/${session.id}/signature`, { version: 2 })).status).toBe(200);
    const waiting = () =>
      world.query<{ id: string; at: string }>(
        "select id, (due_at at time zone 'UTC')::text as at from message where kind = 'check-in' order by due_at",
      );
    const before = await waiting();
    expect(before.map(({ at }) => at.slice(11))).toEqual(["09:00:00", "09:00:00", "09:00:00", "09:00:00"]);
    await world.query("update message set failures = 1 where id = $1", [before[3]?.id]);
    const { body } = await change("Europe/London", "Asia/Tokyo");
    expect(body.messages).toBe(3);
    const day = (at: string | undefined) => at?.slice(0, 10);
    expect((await waiting()).map(({ id, at }) => [id, at])).toEqual([
      ...before.slice(0, 3).map(({ id, at }) => [id, `${day(at)} 00:00:00`]),
      [before[3]?.id, before[3]?.at],
    ]);
    await change("Asia/Tokyo", "Europe/London");
    world.setNow(begun);
  });
});

describe("a site with a time zone of its own", () => {
  it("keeps it, and what can't be kept is refused by name before anything changes", async () => {
    await world.query("update site set time_zone = 'America/New_York' where id = $1", [annexId]);
    const [, like = ""] = courseVisits;
    const here = await consultation({ siteId: clinic.siteId, day: "2027-01-09", start: "14:00", like });
    const there = await consultation({ siteId: annexId, day: "2027-01-09", start: "14:00", like });
    const seen = (await foresee("Europe/London", "America/New_York")).body;
    expect(seen.keeping).toEqual([{ name: expect.any(String), timeZone: "America/New_York" }]);
    expect(seen.obstacles).toEqual([
      expect.stringMatching(
        /^.+ would be at two sites at one moment: at .+ Sat 9 Jan 2027, 14:\d\d, and at .+ Sat 9 Jan 2027, 14:\d\d\.$/,
      ),
    ]);
    const refused = await change("Europe/London", "America/New_York");
    expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
    expect(refused.body.detail).toBe(`${seen.obstacles[0]} Move these visits first; nothing was changed.`);
    expect((await visitOf(here))["at"]).toBe("2027-01-09 14:00:00+00");
    const elsewhere = await change("Europe/London", "Europe/Paris");
    expect(elsewhere.status).toBe(200);
    expect([await visitOf(here), await visitOf(there)].map((visit) => visit["at"])).toEqual([
      "2027-01-09 13:00:00+00",
      "2027-01-09 19:00:00+00",
    ]);
    await change("Europe/Paris", "Europe/London");
  });

  it("is refused where the new clock skips the time of a visit", async () => {
    const [, like = ""] = courseVisits;
    const night = await consultation({ siteId: clinic.siteId, day: "2027-03-14", start: "02:30", like });
    const seen = (await foresee("Europe/London", "America/Chicago")).body;
    expect(seen.obstacles).toEqual([
      expect.stringMatching(
        /^A visit at .+, Sun 14 Mar 2027, 02:30: America\/Chicago skips that time when its clock goes forward\.$/,
      ),
    ]);
    await world.query("delete from claim where visit_id = $1", [night]);
    await world.query("update visit set state = 'cancelled', cancelled_by = 'clinic', reason = 'x' where id = $1", [
      night,
    ]);
  });
});

describe("who books while the time zone changes", () => {
  it("is waited for, so that no visit is left on the clock before", async () => {
    const [, like = ""] = courseVisits;
    let changed: Promise<{ readonly status: number }> | null = null;
    const id = await consultation({ siteId: clinic.siteId, day: "2027-01-15", start: "18:00", like }, async () => {
      changed = change("Europe/London", "Europe/Berlin");
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect((await (changed as Promise<{ readonly status: number }> | null))?.status).toBe(200);
    expect([(await visitOf(id))["zone"], (await visitOf(id))["at"]]).toEqual([
      "Europe/Berlin",
      "2027-01-15 17:00:00+00",
    ]);
    await change("Europe/Berlin", "Europe/London");
  });

  it("books on the clock of their site, before it or after it", async () => {
    const desk = clinic.tokens["front-desk"];
    const wish = { siteId: clinic.siteId, serviceKind: "consultation", from: "2027-02-01", to: "2027-02-28" };
    const { places } = (await ask(world, desk, "POST", "/api/visit-suggestions", { ...wish, practitionerId: null }))
      .body;
    const patientId = await steps.register();
    const book = ({ day, start, practitioner, prepRoom, treatmentRoom, device }: Record<string, string>) =>
      ask(world, desk, "POST", `/api/patients/${patientId}/consultation-visits`, {
        siteId: clinic.siteId,
        place: { day, start, practitioner, prepRoom, treatmentRoom, device },
      });
    const answers = await Promise.all([
      ...places.slice(0, 6).map(book),
      change("Europe/London", "Europe/Berlin"),
      ...places.slice(6, 12).map(book),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status >= 400)).toEqual([]);
    const strays = await world.query(
      `select visit.id from visit join site on site.id = visit.site_id
       where patient_id = $1 and (visit.time_zone <> site.time_zone
         or (starts_at at time zone site.time_zone) <> day + make_interval(mins => start_minute))`,
      [patientId],
    );
    expect(strays).toEqual([]);
    expect(await world.query("select 1 from visit where patient_id = $1", [patientId])).toHaveLength(12);
  });
});
