import { buildAvailability, parseCourseSearch } from "@fibril/booking";
import type { CourseView } from "@fibril/contract";
import { addDays, calendarDate, formatMinuteOfDay, type MinuteOfDay } from "@fibril/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAvailability, loadStanding, type SiteAvailability } from "../src/features/booking/availability-store.ts";
import { claimsOf } from "../src/features/booking/claim-store.ts";
import { listServices } from "../src/features/booking/set-up-store.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { bookCourse } from "./booked-course.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let course: CourseView;
let database: ReturnType<typeof openDatabase>;
const range = { from: calendarDate("2027-01-06"), to: addDays(calendarDate("2027-01-06"), 200) };

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  course = await bookCourse(world, clinic);
  database = openDatabase(world.url, 2);
}, 120_000);
afterAll(async () => {
  await database.close();
  await world.close();
});

const desk = (method: "GET" | "POST", path: string, body?: unknown) =>
  ask(world, clinic.tokens["front-desk"], method, path, body);

async function bookConsultation(day: string) {
  const wish = { siteId: clinic.siteId, serviceKind: "consultation", from: day, to: day, practitionerId: null };
  const [{ practitionerName, roomName, ...place }] = (await desk("POST", "/api/visit-suggestions", wish)).body.places;
  const at = `/api/patients/${clinic.ownPatientId}/consultation-visits`;
  return (await desk("POST", at, { siteId: clinic.siteId, place })).body;
}

const change = (visit: { id: string; version: number }, state: string, more = {}) =>
  desk("POST", `/api/visits/${visit.id}/state`, {
    version: visit.version,
    state,
    cancelledBy: null,
    reason: null,
    ...more,
  });

interface Recorded {
  readonly state: string;
  readonly service_id: string;
  readonly day: string;
  readonly start_minute: number;
  readonly practitioner_id: string;
  readonly prep_room_id: string;
  readonly treatment_room_id: string;
  readonly device_id: string | null;
}

/** What the events say that each visit is, oldest first, and where it is by its own row: no claim is read. */
async function replay(): Promise<readonly Recorded[]> {
  const events = await world.query<Recorded & { visit_id: string }>(
    `select visit_event.visit_id, visit_event.state, service_id, day::text as day, start_minute, practitioner_id,
       prep_room_id, treatment_room_id, device_id
     from visit_event join visit on visit.id = visit_event.visit_id
     where visit.clinic_id = $1 order by visit_event.at, visit_event.id`,
    [clinic.clinicId],
  );
  const visits = new Map<string, Recorded>();
  for (const event of events) visits.set(event.visit_id, event);
  return [...visits.values()];
}

function bitsOf(site: SiteAvailability) {
  const service = { prepMinutes: 5, treatmentMinutes: 5, notesMinutes: 0, roomTurnoverMinutes: 0 };
  const requires = { qualification: "any", prepRoom: "any", treatmentRoom: "any", device: "any" };
  const parsed = parseCourseSearch({
    ...site,
    service: { ...service, deviceCleaningMinutes: 0, requires },
    request: {
      sessions: 1,
      gapDays: { min: 28, max: 42, target: 35 },
      firstSession: { earliest: range.from, latest: range.from },
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const { practitioners, rooms, devices, words, days } = buildAvailability(parsed.value);
  return [...practitioners, ...rooms, ...devices].map(({ id, rowOfDay, rows }) => ({
    id,
    free: Array.from({ length: days }, (_, day) => {
      const row = rowOfDay[day] ?? 0;
      return Array.from(rows.subarray(row * words, (row + 1) * words)).join();
    }),
  }));
}

describe("replaying what was recorded of visits", () => {
  it("rebuilds the same bitsets as the claims, after bookings, a move, a cancellation and visits that took place", async () => {
    const [first, second] = await Promise.all(["2027-01-12", "2027-01-13"].map(bookConsultation));
    const third = await bookConsultation("2027-01-14");
    world.setNow(new Date("2027-01-06T09:00:00Z"));
    const done = await change(first, "arrived");
    expect(done.status).toBe(200);
    const cancelled = await change(second, "cancelled", { cancelledBy: "patient", reason: "is ill" });
    expect(cancelled.status).toBe(200);
    expect((await change(third, "no-show", { reason: "did not come" })).status).toBeLessThan(500);
    const session = course.sessions[1]?.visit;
    if (!session) throw new Error("no second session");
    const path = `/api/visits/${session.id}/legal-starts?from=${addDays(session.day as never, 1)}&days=5`;
    const day = (await desk("GET", path)).body.days.find(
      ({ runs, movesLater }: { runs: unknown[]; movesLater: boolean }) => runs.length > 0 && !movesLater,
    );
    const [run] = day.runs;
    const place = {
      day: day.day,
      start: run.from,
      practitioner: run.practitioner,
      prepRoom: run.prepRooms[0],
      treatmentRoom: run.treatmentRooms[0],
      device: run.devices[0],
    };
    const moved = await desk("POST", `/api/visits/${session.id}/moves`, { version: session.version, place });
    expect(moved.status).toBe(200);

    const visits = await replay();
    expect(visits.length).toBeGreaterThan(5);
    const [fromClaims, replayed] = await database.inClinic({ clinicId: clinic.clinicId }, async (tx) => {
      const services = await listServices(tx, clinic.clinicId);
      const busy = visits
        // The one who did not come is said so before the day, so that nothing of the time is spent.
        .filter(({ state }) => state !== "cancelled" && state !== "no-show")
        .flatMap((visit) => {
          const service = services.find(({ id }) => id === visit.service_id);
          if (!service) throw new Error("no such service");
          const [practitioner, prepRoom] = [visit.practitioner_id, visit.prep_room_id];
          const who = { practitioner, prepRoom, treatmentRoom: visit.treatment_room_id, device: visit.device_id };
          const start = formatMinuteOfDay(visit.start_minute as MinuteOfDay);
          return claimsOf({ day: calendarDate(visit.day), start, ...who }, service, visit.start_minute).map(
            (claim) => ({ ...claim, day: calendarDate(visit.day) }),
          );
        });
      const standing = await loadStanding(tx, clinic.clinicId, { siteId: clinic.siteId, ...range });
      const known = await loadAvailability(tx, clinic.clinicId, { siteId: clinic.siteId, ...range });
      if (!(standing && known)) throw new Error("no site");
      const taken = <Resource extends SiteAvailability["rooms" | "practitioners"][number]>(resource: Resource) => ({
        ...resource,
        busy: [
          ...resource.busy,
          ...busy
            .filter(({ resourceId }) => resourceId === resource.id)
            .map(({ day: date, from, to }): [typeof date, string, string] => [
              date,
              formatMinuteOfDay(from as MinuteOfDay),
              formatMinuteOfDay(to as MinuteOfDay),
            ]),
        ],
      });
      return [
        known,
        {
          ...standing,
          practitioners: standing.practitioners.map(taken),
          rooms: standing.rooms.map(taken),
          devices: standing.devices.map(taken),
        },
      ] as const;
    });
    expect(bitsOf(replayed)).toEqual(bitsOf(fromClaims));
  }, 120_000);
});
