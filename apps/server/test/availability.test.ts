import { startsOn } from "@fibril/booking";
import { addDays, calendarDate } from "@fibril/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AvailabilityCache, createAvailabilityCache } from "../src/features/booking/availability-cache.ts";
import { serviceOf } from "../src/features/booking/availability-store.ts";
import { openDatabase, type Tx } from "../src/platform/database/database.ts";
import { serviceOfKind } from "../src/workflows/course-places.ts";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let patientId: string;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  patientId = (await desk("POST", "/api/patients", registration)).body.id;
}, 120_000);
afterAll(() => world.close());

const desk = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
  ask(world, clinic.tokens["front-desk"], method, path, body);
const today = calendarDate("2027-01-06");

/** The places of a day as the search offers them, the first of each. */
async function offered(day: string) {
  const wish = { siteId: clinic.siteId, serviceKind: "consultation", from: day, to: day, practitionerId: null };
  return (await desk("POST", "/api/visit-suggestions", wish)).body.places;
}

async function book(day: string) {
  const [{ practitionerName, roomName, ...place }] = await offered(day);
  return desk("POST", `/api/patients/${patientId}/consultation-visits`, { siteId: clinic.siteId, place });
}

const cancel = (visit: { id: string; version: number }) =>
  desk("POST", `/api/visits/${visit.id}/state`, {
    version: visit.version,
    state: "cancelled",
    cancelledBy: "patient",
    reason: "is ill",
  });

/** Another process of the same installation: a pool and a cache of its own. */
function otherProcess({ clinicId, siteId } = clinic) {
  const database = openDatabase(world.url, 2);
  const cache = createAvailabilityCache();
  return {
    cache,
    find: () => database.inClinic({ clinicId }, (tx) => find(cache, tx, { clinicId, siteId })),
    close: database.close,
    database,
  };
}

function find(cache: AvailabilityCache, tx: Tx, { clinicId, siteId }: { clinicId: string; siteId: string }) {
  return cache.find(tx, clinicId, { siteId, from: today, to: addDays(today, 30), today });
}

describe("availability in memory", () => {
  it("is what another process booked a moment ago, and what it cancelled", async () => {
    const other = otherProcess();
    const before = await other.find();
    const { body: visit } = await book("2027-01-14");
    const after = await other.find();
    expect(after?.stamp).not.toBe(before?.stamp);
    expect(freeInMemory(after, visit)).toBe(false);
    await cancel(visit);
    expect(freeInMemory(await other.find(), visit)).toBe(true);
    expect(freeInMemory(before, visit)).toBe(true);
    await other.close();
  });

  it.each([
    [
      "leave",
      "insert into absence select clinic_id, gen_random_uuid(), id, $2, $2, 'ill' from resource where kind = 'practitioner' and clinic_id = $1",
    ],
    ["a closure", "insert into site_closure select clinic_id, id, $2, 'storm' from site where clinic_id = $1"],
    [
      "a device's overdue service",
      "update resource set service_due_on = $2::date - 1 where kind = 'device' and clinic_id = $1",
    ],
    ["a lapsed qualification", "update qualification set valid_to = $2::date - 1 where clinic_id = $1"],
    [
      "other hours",
      "update site_opening set to_minute = from_minute + 5 where clinic_id = $1 and $2::date is not null",
    ],
    ["a roster that ended", "delete from roster where clinic_id = $1 and $2::date is not null"],
  ])("knows of %s at the next question", async (name, change) => {
    const own = await foundTestClinic(world, name.replaceAll(/\W/g, "-"));
    const other = otherProcess(own);
    expect(startsOf(await other.find())).toBeGreaterThan(0);
    await world.query("begin");
    await world.query(change, [own.clinicId, "2027-01-20"]);
    // Not kept yet, so nobody knows of it.
    expect(startsOf(await other.find())).toBeGreaterThan(0);
    await world.query("commit");
    expect(startsOf(await other.find())).toBe(0);
    await other.close();
  });

  it.each(["consultation", "session"] as const)("says of a %s what the tables themselves say", async (kind) => {
    for (const day of ["2027-01-11", "2027-01-12", "2027-01-12", "2027-01-14", "2027-01-15"]) await book(day);
    const from = calendarDate("2027-01-11");
    const to = addDays(from, 6);
    const rows = await world.query(startsInSql, [clinic.clinicId, clinic.siteId, from, to, kind]);
    const other = otherProcess();
    const known = (await other.find()) ?? never();
    const service = serviceOf(serviceOfKind(known, kind));
    const days = Array.from({ length: 7 }, (_, index) => addDays(from, index));
    const inMemory = days.flatMap((day) =>
      startsOn(known.availability, service, day).map(({ practitioner, startMinutes: minutes }) => ({
        day,
        practitioner,
        minutes,
      })),
    );
    expect(inMemory.length).toBeGreaterThan(4);
    expect(inMemory).toEqual(rows);
    await other.close();
  });

  it("tells nobody of a change that is undone", async () => {
    const other = otherProcess();
    const before = await other.find();
    const undone = other.database.inClinic({ clinicId: clinic.clinicId }, async (tx) => {
      await tx.deleteFrom("claim").execute();
      await tx
        .insertInto("site_day")
        .values({ clinic_id: clinic.clinicId, site_id: clinic.siteId, day: today, version: 1 })
        .onConflict((conflict) => conflict.columns(["clinic_id", "site_id", "day"]).doUpdateSet({ version: 999 }))
        .execute();
      expect((await find(other.cache, tx, clinic))?.stamp).not.toBe(before?.stamp);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect((await other.find())?.stamp).toBe(before?.stamp);
    await other.close();
  });

  it("stays within its bytes: what was asked about longest ago goes first", async () => {
    const other = otherProcess();
    const sites = await world.query<{ id: string }>("select id from site where clinic_id = $1", [clinic.clinicId]);
    expect(sites.length).toBeGreaterThan(1);
    const findAt = (siteId: string) =>
      other.database.inClinic({ clinicId: clinic.clinicId }, (tx) => find(other.cache, tx, { ...clinic, siteId }));
    for (const { id } of sites) await findAt(id);
    const both = other.cache.bytes();
    other.cache.keepWithin(both - 1);
    expect(other.cache.bytes()).toBeLessThan(both);
    expect(other.cache.bytes()).toBeGreaterThan(0);
    other.cache.keepWithin(0);
    expect(startsOf(await findAt(clinic.siteId))).toBeGreaterThan(0);
    await other.close();
  });

  it("is nobody's of another clinic", async () => {
    const stranger = await foundTestClinic(world, "canary");
    const asked = world.app.services.database.inClinic({ clinicId: clinic.clinicId }, (tx) =>
      createAvailabilityCache().find(tx, clinic.clinicId, { siteId: stranger.siteId, from: today, to: today, today }),
    );
    expect(await asked).toBeNull();
  });
});

/** The same question put to the tables, interval by interval: for each practitioner and day every legal arrival. */
const startsInSql = `
  with span as (
    select d.day::date as day, (array['mon','tue','wed','thu','fri','sat','sun'])[extract(isodow from d.day)::int] as weekday,
      m.minute as t, m.minute + s.prep_minutes as u, m.minute + s.prep_minutes + s.treatment_minutes as ends, s.*
    from generate_series($3::date, $4::date, interval '1 day') d (day), generate_series(0, 1435, 5) m (minute), service s
    where s.clinic_id = $1 and s.kind = $5
  ), free as (
    select r.id, r.kind, r.kinds, r.site_id, span.day, span.t, needs.needs, needs.until
    from span, resource r, lateral (values
      ('practitioner', span.u, span.ends + span.notes_minutes, null), ('prep', span.t, span.u, span.prep_room_kind),
      ('treatment', span.u, span.ends + span.room_turnover_minutes, span.treatment_room_kind),
      ('device', span.u, span.ends + span.device_cleaning_minutes, span.device_kind)) needs (needs, since, until, of_kind)
    where r.clinic_id = $1 and r.ended_on is null
      and case needs.needs when 'practitioner' then r.kind = 'practitioner' when 'device' then r.kind = 'device' else r.kind = 'room' end
      and (r.kind = 'practitioner' or (r.site_id = $2 and needs.of_kind = any (r.kinds)))
      and (r.kind <> 'practitioner' or exists (select from roster w where w.clinic_id = $1 and w.resource_id = r.id and w.site_id = $2
        and w.weekday = span.weekday and w.from_minute <= needs.since and needs.until <= w.to_minute))
      and (r.kind <> 'practitioner' or exists (select from qualification q where q.clinic_id = $1 and q.resource_id = r.id
        and q.name = span.qualification and coalesce(q.valid_from <= span.day, true) and coalesce(span.day <= q.valid_to, true)))
      and coalesce(span.day <= r.service_due_on, true)
      and not exists (select from absence a where a.clinic_id = $1 and a.resource_id = r.id and span.day between a.from_day and a.to_day)
      and not exists (select from claim c where c.clinic_id = $1 and c.resource_id = r.id and c.day = span.day
        and c.during && int4range(needs.since, needs.until))
  )
  select span.day::text as day, p.id as practitioner, array_agg(span.t order by span.t) as minutes
  from span join free p on p.needs = 'practitioner' and p.day = span.day and p.t = span.t
  where exists (select from site_opening o where o.clinic_id = $1 and o.site_id = $2 and o.weekday = span.weekday and o.from_minute <= span.t
      and span.ends + greatest(span.notes_minutes, span.room_turnover_minutes, span.device_cleaning_minutes) <= o.to_minute)
    and not exists (select from site_closure x where x.clinic_id = $1 and x.site_id = $2 and x.day = span.day)
    and exists (select from free f where f.needs = 'prep' and f.day = span.day and f.t = span.t)
    and exists (select from free f where f.needs = 'treatment' and f.day = span.day and f.t = span.t)
    and (span.device_kind is null or exists (select from free f where f.needs = 'device' and f.day = span.day and f.t = span.t))
  group by span.day, p.id order by span.day, p.id`;

type Known = Awaited<ReturnType<ReturnType<typeof otherProcess>["find"]>>;

/** Whether a visit's practitioner could begin at its time. */
function freeInMemory(known: Known, visit: { day: string; start: string; practitionerId: string }) {
  const could = startsOn(
    known?.availability ?? never(),
    serviceOf(serviceOfKind(known ?? never(), "consultation")),
    calendarDate(visit.day),
  );
  const minute = Number(visit.start.slice(0, 2)) * 60 + Number(visit.start.slice(3));
  return could.some(
    ({ practitioner, startMinutes }) => practitioner === visit.practitionerId && startMinutes.includes(minute),
  );
}

/** How many sessions could begin on Wednesday 20 January. */
function startsOf(known: Known): number {
  const service = serviceOf(serviceOfKind(known ?? never(), "session"));
  return startsOn(known?.availability ?? never(), service, calendarDate("2027-01-20")).length;
}

function never(): never {
  throw new Error("the site is not known");
}
