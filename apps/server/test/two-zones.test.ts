import { addDays, type CalendarDate, calendarDate, formatMinuteOfDay, type MinuteOfDay } from "@fibril/kernel";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAvailability } from "../src/features/booking/availability-store.ts";
import { insertClaims, type Place, releaseClaims, releaseClaimsFrom } from "../src/features/booking/claim-store.ts";
import { findService } from "../src/features/booking/set-up-store.ts";
import { openDatabase, type Tx, violates } from "../src/platform/database/database.ts";
import type { Services } from "../src/platform/services.ts";
import { followZoneRules } from "../src/workflows/zone-rules.ts";
import { bookCourse } from "./booked-course.ts";
import { foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let database: ReturnType<typeof openDatabase>;
let awayId: string;
let visit: { readonly id: string; readonly practitionerId: string; readonly room: string };

class Undo extends Error {}

/** One site in London, one in New York, and a practitioner who works at both. */
beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  const course = await bookCourse(world, clinic);
  const booked = course.sessions[0]?.visit;
  if (!booked) throw new Error("no first visit");
  visit = { id: booked.id, practitionerId: booked.practitionerId, room: booked.treatmentRoomId };
  const [away] = await world.query<{ id: string }>("select id from site where clinic_id = $1 and id <> $2", [
    clinic.clinicId,
    clinic.siteId,
  ]);
  awayId = away?.id ?? "";
  await world.query("update site set time_zone = 'America/New_York' where id = $1", [awayId]);
  database = openDatabase(world.url, 2);
}, 120_000);
afterAll(async () => {
  await database.close();
  await world.close();
});

/** Does something in the clinic and takes it back. */
async function tryIn<Seen>(act: (tx: Tx) => Promise<Seen>): Promise<Seen> {
  let seen: { readonly value: Seen } | null = null;
  await database
    .inClinic({ clinicId: clinic.clinicId }, async (tx) => {
      seen = { value: await act(tx) };
      throw new Undo();
    })
    .catch((fault: unknown) => {
      if (!(fault instanceof Undo)) throw fault;
    });
  if (seen === null) throw new Error("nothing was seen");
  return (seen as { readonly value: Seen }).value;
}

interface Spot {
  readonly day: CalendarDate;
  readonly minute: number;
}

async function claimAt(tx: Tx, where: "London" | "New York", { day, minute }: Spot) {
  const found = await findService(tx, clinic.clinicId, "consultation");
  const service = { ...found, prep_minutes: 0, treatment_minutes: 60, notes_minutes: 0, room_turnover_minutes: 0 };
  const start = formatMinuteOfDay(minute as MinuteOfDay);
  const who = { practitioner: visit.practitionerId, prepRoom: visit.room, treatmentRoom: visit.room, device: null };
  const place: Place = { day, start, ...who };
  const site =
    where === "London"
      ? { siteId: clinic.siteId, timeZone: "Europe/London" }
      : { siteId: awayId, timeZone: "America/New_York" };
  await insertClaims(tx, clinic.clinicId, { ...site, place, service, visitId: visit.id });
}

/** By the rules of 2027: London is an hour ahead from 28 March, New York 4 instead of 5 hours behind from 14 March. */
function hourOf(where: "London" | "New York", { day, minute }: Spot): number {
  const days = (Date.parse(day) - Date.parse("2027-01-01")) / 86_400_000;
  const ahead = where === "London" ? (day > "2027-03-28" ? 1 : 0) : day > "2027-03-14" ? -4 : -5;
  return days * 24 + minute / 60 - ahead;
}

const spot = fc.record({
  day: fc.constantFrom(0, 1, 2, 20, 21).map((days) => addDays(calendarDate("2027-03-12"), days)),
  minute: fc.integer({ min: 0, max: 276 }).map((slot) => slot * 5),
});
const isSwitchDay = ({ day }: Spot) => day === "2027-03-14" || day === "2027-03-28";

describe("one practitioner at two sites whose clocks differ", () => {
  it("is never in two places at one moment, and may be at the same hour of two clocks", async () => {
    const overlaps: boolean[] = [];
    await fc.assert(
      fc.asyncProperty(spot, spot, async (london, newYork) => {
        fc.pre(!isSwitchDay(london) && !isSwitchDay(newYork));
        const overlap = Math.abs(hourOf("London", london) - hourOf("New York", newYork)) < 1;
        overlaps.push(overlap);
        const refused = await tryIn(async (tx) => {
          await claimAt(tx, "London", london);
          try {
            await claimAt(tx, "New York", newYork);
            return false;
          } catch (fault) {
            if (violates(fault, "claim_at_one_site")) return true;
            throw fault;
          }
        });
        expect(refused).toBe(overlap);
      }),
      {
        numRuns: 60,
        examples: [
          [at("2027-03-12", 600), at("2027-03-12", 600)],
          [at("2027-03-12", 900), at("2027-03-12", 600)],
          [at("2027-03-17", 840), at("2027-03-17", 600)],
          [at("2027-03-13", 120), at("2027-03-12", 1260)],
        ],
      },
    );
    expect(overlaps.filter(Boolean).length).toBeGreaterThanOrEqual(3);
  }, 120_000);

  it.each`
    day             | minute | seen                                                                    | why
    ${"2027-03-12"} | ${900} | ${[["2027-03-12", "10:00", "11:00"]]}                                   | ${"15:00 in London is 10:00 in New York"}
    ${"2027-03-17"} | ${900} | ${[["2027-03-17", "11:00", "12:00"]]}                                   | ${"four hours between 14 and 28 March"}
    ${"2027-03-13"} | ${60}  | ${[["2027-03-12", "20:00", "21:00"]]}                                   | ${"the evening before"}
    ${"2027-03-13"} | ${270} | ${[["2027-03-12", "23:30", "24:00"], ["2027-03-13", "00:00", "00:30"]]} | ${"over midnight"}
  `("is seen as taken at the other: $why", async ({ day, minute, seen }) => {
    const range = { siteId: awayId, from: calendarDate("2027-03-11"), to: calendarDate("2027-03-17") };
    const busy = await tryIn(async (tx) => {
      await claimAt(tx, "London", { day, minute });
      const site = await loadAvailability(tx, clinic.clinicId, range);
      return site?.practitioners.find(({ id }) => id === visit.practitionerId)?.busy ?? [];
    });
    const night = ["2027-03-14", "02:00", "03:00"];
    expect([...busy].sort()).toEqual([...seen, night].sort());
  });
});

describe("a visit that gives back what is left of its time", () => {
  it("leaves the practitioner free from then on, and rooms without instants as they were", async () => {
    const left = await tryIn(async (tx) => {
      await releaseClaims(tx, clinic.clinicId, [visit.id]);
      await claimAt(tx, "London", at("2027-03-12", 900));
      await releaseClaimsFrom(tx, clinic.clinicId, { visitId: visit.id, minute: 920 });
      return tx
        .selectFrom("claim")
        .select(["resource_id", sql<string | null>`upper(instants)::text`.as("ends"), "instants"])
        .where("visit_id", "=", visit.id)
        .execute();
    });
    const [person, ...things] = left.toSorted((one) => (one.resource_id === visit.practitionerId ? -1 : 1));
    expect(new Date(person?.ends ?? "").toISOString()).toBe("2027-03-12T15:20:00.000Z");
    expect(things.map(({ instants }) => instants)).toEqual([null]);
  });
});

describe("a zone whose rules change after a visit was booked", () => {
  it("keeps the wall time, derives the instant again and tells of each visit that shifted", async () => {
    const before = await booked();
    await world.query("update visit set starts_at = starts_at - interval '1 hour' where id = $1", [visit.id]);
    await world.query("update claim set instants = null where visit_id = $1", [visit.id]);
    await world.query(
      "update patient set email = 'ama@home.example' where id = (select patient_id from visit where id = $1)",
      [visit.id],
    );
    const log: unknown[] = [];
    const services = { database, log: (...told: unknown[]) => log.push(told) } as unknown as Services;
    const now = new Date("2027-01-06T08:00:00Z");
    await followZoneRules.run(services, now);
    expect(await booked()).toEqual(before);
    expect(log).toEqual([
      ["warn", "the clock of a zone moved a visit", expect.objectContaining({ visitId: visit.id, clashes: false })],
    ]);
    const [event] = await world.query<{ reason: string }>(
      "select reason from visit_event where visit_id = $1 and by = 'fibril'",
      [visit.id],
    );
    expect(event?.reason).toContain("The clock of Europe/London changed");
    const entries = await world.query("select 1 from audit_event where action = 'shifted with its zone'");
    expect(entries).toHaveLength(1);
    const told = () => world.query<{ to: string; text: string }>(toldOfClock);
    const [message] = await told();
    expect(message?.to).toBe("ama@home.example");
    expect(message?.text).toMatch(
      /Please come at the time that we agreed, on our clock:\n\w{3} \d+ \w{3} 2027, \d\d:\d\d, /,
    );
    const again = { database, log: () => undefined } as unknown as Services;
    await followZoneRules.run(again, now);
    expect(await told()).toHaveLength(1);
  });

  it("tells of nothing where nothing shifted", async () => {
    const log: unknown[] = [];
    const services = { database, log: (...told: unknown[]) => log.push(told) } as unknown as Services;
    await followZoneRules.run(services, new Date("2027-01-06T08:00:00Z"));
    expect(log).toEqual([]);
  });
});

const toldOfClock = "select to_address as to, text from message where kind = 'clock-changed'";

const booked = () =>
  world.query(
    "select visit.day, start_minute, starts_at, instants from visit join claim on claim.visit_id = visit.id and resource_id = practitioner_id where visit.id = $1",
    [visit.id],
  );

function at(day: string, minute: number): Spot {
  return { day: calendarDate(day), minute };
}
