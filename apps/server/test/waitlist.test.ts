import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endExpiredHolds } from "../src/workflows/self-booking-due.ts";
import { offerFreedPlaces } from "../src/workflows/waitlist-due.ts";
import { patientSteps } from "./patient-steps.ts";
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
const morning = new Date("2027-01-06T09:00:00Z");

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(morning);
  await world.query("delete from waitlist_offer");
  await world.query("delete from waitlist_entry");
  await world.query("delete from claim");
  await world.query("delete from hold");
  await world.query(
    "update visit set state = 'cancelled', cancelled_by = 'clinic', reason = 'test' where state = 'booked'",
  );
  await world.query("update course set state = 'abandoned', abandoned_reason = 'test'");
});

const desk = (method: "GET" | "POST", url: string, body?: unknown) =>
  ask(world, clinic.tokens["front-desk"], method, url, body);
const own = (method: "GET" | "POST", url: string, body?: unknown) =>
  ask(world, clinic.tokens.patient, method, url, body);
const at = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

/** What the minute job does. */
async function aMinute(minutes: number) {
  world.setNow(at(minutes));
  await endExpiredHolds.run(world.app.services, at(minutes));
  await offerFreedPlaces.run(world.app.services, at(minutes));
}

let people = 0;
async function register(): Promise<string> {
  people += 1;
  return (await desk("POST", "/api/patients", { ...registration, email: `wait${people}@home.example` })).body.id;
}

const everyDay = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/** Thursday at ten, when one practitioner works at Alder Lane. */
const thursdayAtTen = { from: "2027-01-07", to: "2027-01-07", fromTime: "10:00", toTime: "10:05" };

async function wait(patientId: string, more: Record<string, unknown> = {}) {
  return desk("POST", "/api/waitlist", {
    patientId,
    kind: "consultation",
    courseId: null,
    ordinal: null,
    siteId: clinic.siteId,
    weekdays: everyDay,
    practitionerId: null,
    ...thursdayAtTen,
    ...more,
  });
}

const waitlist = async () => (await desk("GET", "/api/waitlist")).body.entries;
const offersOf = (patientId: string) =>
  world.query<{ id: string; state: string }>(
    "select id, state from waitlist_offer where patient_id = $1 order by offered_at, id",
    [patientId],
  );

/** The desk books the Thursday at ten, or cancels it again. */
async function bookThursday(patientId: string) {
  const { body } = await desk("POST", "/api/visit-suggestions", {
    siteId: clinic.siteId,
    serviceKind: "consultation",
    from: "2027-01-07",
    to: "2027-01-07",
    practitionerId: null,
    preferred: [["10:00", "11:00"]],
  });
  const { practitionerName: _name, roomName: _room, ...place } = body.places[0];
  const booked = await desk("POST", `/api/patients/${patientId}/consultation-visits`, { siteId: clinic.siteId, place });
  expect(booked.body).toMatchObject({ day: "2027-01-07", start: "10:00" });
  return booked.body;
}
const cancel = (visit: { id: string; version: number }) =>
  desk("POST", `/api/visits/${visit.id}/state`, {
    state: "cancelled",
    version: visit.version,
    cancelledBy: "patient",
    reason: "has a cold",
  });

describe("a place that falls free", () => {
  it("because somebody did not come is offered by telephone: the rest of their time, to whoever waits", async () => {
    const [absent, waiting] = [await register(), await register()];
    const visit = await bookThursday(absent);
    await wait(waiting, { fromTime: "10:05", toTime: "10:10" });
    const [{ id: entryId }] = await waitlist();
    world.setNow(new Date("2027-01-07T10:03:00Z"));
    const offerNow = () => desk("POST", `/api/waitlist/${entryId}/offers`);
    expect((await offerNow()).status).toBe(409);
    const missed = { state: "no-show", version: visit.version, cancelledBy: null, reason: null };
    expect((await desk("POST", `/api/visits/${visit.id}/state`, missed)).status).toBe(200);
    expect((await waitlist())[0].free).toMatchObject({ day: "2027-01-07", start: "10:05" });
    await offerFreedPlaces.run(world.app.services, new Date("2027-01-07T10:03:00Z"));
    expect(await offersOf(waiting)).toEqual([]);
    const offered = await offerNow();
    expect(offered.status).toBe(201);
    expect(offered.body.lastOffer).toMatchObject({ day: "2027-01-07", start: "10:05", state: "open" });
  });

  it("is offered to whoever waits longest, and kept for them alone", async () => {
    const [holder, first, second] = [await register(), await register(), await register()];
    const visit = await bookThursday(holder);
    expect((await wait(first)).body.whyNot).toBe("no-free-time");
    world.setNow(at(1));
    await wait(second);
    await aMinute(2);
    expect(await offersOf(first)).toEqual([]);
    await cancel(visit);
    await aMinute(3);
    expect(await offersOf(first)).toMatchObject([{ state: "open" }]);
    expect(await offersOf(second)).toEqual([]);
    const [message] = await world.query<{ text: string }>(
      "select text from message where kind = 'waitlist-offer' and patient_id = $1",
      [first],
    );
    expect(message?.text).toContain("Thu 7 Jan 2027, 10:00, Alder Lane");
    expect(await waitlist()).toMatchObject([
      { patientId: first, whyNot: "offer-is-open", offersToday: 1 },
      { patientId: second, whyNot: "no-free-time", offersToday: 0 },
    ]);
  });

  it("goes to the next person when the first says no, and is not offered to the first again", async () => {
    const [first, second] = [await register(), await register()];
    await wait(first);
    world.setNow(at(1));
    await wait(second);
    await aMinute(2);
    const [offer] = await offersOf(first);
    expect((await desk("POST", `/api/waitlist-offers/${offer?.id}/answers`, { answer: "decline" })).status).toBe(200);
    await aMinute(3);
    expect(await offersOf(first)).toMatchObject([{ state: "declined" }]);
    expect(await offersOf(second)).toMatchObject([{ state: "open" }]);
  });

  it("goes to the next person when nobody answers, from the second on at which the offer ends", async () => {
    const [first, second] = [await register(), await register()];
    const nextThursday = { from: "2027-01-14", to: "2027-01-14" };
    await wait(first, nextThursday);
    world.setNow(at(1));
    await wait(second, nextThursday);
    await aMinute(2);
    const [offer] = await offersOf(first);
    world.setNow(at(61.99));
    expect((await desk("GET", "/api/waitlist")).body.entries[0].lastOffer.state).toBe("open");
    world.setNow(at(62));
    const late = await desk("POST", `/api/waitlist-offers/${offer?.id}/answers`, { answer: "accept" });
    expect({ status: late.status, detail: late.body.detail }).toEqual({
      status: 409,
      detail: "The time to take this offer is over: it has gone to the next person.",
    });
    await aMinute(62);
    expect(await offersOf(first)).toMatchObject([{ state: "expired" }]);
    expect(await offersOf(second)).toMatchObject([{ state: "open" }]);
  });

  it("is offered by day only: nobody is woken", async () => {
    const patient = await register();
    await wait(patient, { from: "2027-01-08", to: "2027-01-08" });
    await offerFreedPlaces.run(world.app.services, new Date("2027-01-06T20:00:00Z"));
    expect(await offersOf(patient)).toEqual([]);
  });
});

describe("taking an offer", () => {
  it("books the place in one act by the patient on their own pages", async () => {
    await wait(clinic.ownPatientId);
    await aMinute(1);
    const [offer] = (await own("GET", "/api/my/waitlist-offers")).body.offers;
    expect(offer).toMatchObject({ day: "2027-01-07", start: "10:00", state: "open", secondsLeft: 3600 });
    expect((await own("POST", `/api/my/waitlist-offers/${offer.id}/answers`, { answer: "accept" })).status).toBe(200);
    const visits = await world.query("select 1 from visit where state = 'booked' and patient_id = $1", [
      clinic.ownPatientId,
    ]);
    expect(visits).toHaveLength(1);
    expect(await world.query("select 1 from claim where hold_id is not null")).toEqual([]);
    expect(await waitlist()).toEqual([]);
  });

  it("is done once where the patient and the desk say yes at the same moment", async () => {
    await wait(clinic.ownPatientId);
    await aMinute(1);
    const [offer] = await offersOf(clinic.ownPatientId);
    const answers = await Promise.all([
      own("POST", `/api/my/waitlist-offers/${offer?.id}/answers`, { answer: "accept" }),
      desk("POST", `/api/waitlist-offers/${offer?.id}/answers`, { answer: "accept" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.detail).toBe("This offer was taken already.");
    expect(await world.query("select 1 from visit where state = 'booked'")).toHaveLength(1);
  });

  it("moves the visit that the person has, and gives its place back", async () => {
    const patient = await register();
    const later = await bookThursday(patient);
    await world.query("delete from claim");
    await world.query("update visit set day = '2027-01-14' where id = $1", [later.id]);
    await wait(patient, { to: "2027-01-20" });
    await aMinute(1);
    const [offer] = await offersOf(patient);
    expect((await desk("POST", `/api/waitlist-offers/${offer?.id}/answers`, { answer: "accept" })).status).toBe(200);
    const [visit] = await world.query<{ day: string }>("select day from visit where id = $1", [later.id]);
    expect(visit?.day).toBe("2027-01-07");
  });

  it("is not possible with another patient's offer", async () => {
    const patient = await register();
    await wait(patient);
    await aMinute(1);
    const [offer] = await offersOf(patient);
    const answer = await own("POST", `/api/my/waitlist-offers/${offer?.id}/answers`, { answer: "accept" });
    expect(answer.status).toBe(404);
  });
});

describe("how often somebody is asked", () => {
  it("is three times a day at most, also by the desk", async () => {
    const patient = await register();
    const entry = (await wait(patient, { from: "2027-01-08", to: "2027-01-20", toTime: "18:00" })).body;
    for (let turn = 1; turn <= 3; turn += 1) {
      await aMinute(turn);
      const open = (await offersOf(patient)).find(({ state }) => state === "open");
      await desk("POST", `/api/waitlist-offers/${open?.id}/answers`, { answer: "decline" });
    }
    await aMinute(4);
    expect(await offersOf(patient)).toHaveLength(3);
    const fourth = await desk("POST", `/api/waitlist/${entry.id}/offers`);
    expect({ status: fourth.status, detail: fourth.body.detail }).toEqual({
      status: 409,
      detail: "They have been asked three times today.",
    });
    const messages = await world.query("select 1 from message where kind = 'waitlist-offer' and patient_id = $1", [
      patient,
    ]);
    expect(messages).toHaveLength(3);
    world.setNow(new Date("2027-01-07T09:00:00Z"));
    await offerFreedPlaces.run(world.app.services, new Date("2027-01-07T09:00:00Z"));
    expect(await offersOf(patient)).toHaveLength(4);
  });
});

describe("a session of a course", () => {
  /** A booked course of three, with its second session's day. */
  async function course() {
    const steps = patientSteps(world, clinic);
    people += 1;
    const patientId = await steps.register({ email: `course${people}@home.example` });
    await steps.treats("PUT", `/api/patients/${patientId}/consultation`, fullConsultation());
    await steps.decide(patientId);
    const booked = await steps.bookCourse(patientId);
    const [first, second, third] = booked.sessions.map(
      (session: { visit: { day: string; id: string } }) => session.visit,
    );
    return { patientId, courseId: booked.id as string, first, second, third };
  }
  const session = (courseId: string, ordinal: number) => ({
    kind: "session",
    courseId,
    ordinal,
    from: "2027-01-07",
    to: "2027-04-30",
    fromTime: "08:00",
    toTime: "20:00",
  });
  const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

  it("is never offered a day that breaks the gap to the session before or after", async () => {
    const { patientId, courseId, first, second, third } = await course();
    await wait(patientId, session(courseId, 2));
    await aMinute(1);
    const [offered] = await world.query<{ day: string }>("select day from hold where purpose = 'waitlist-offer'");
    expect(daysBetween(first.day, offered?.day ?? "")).toBeGreaterThanOrEqual(28);
    expect(daysBetween(offered?.day ?? "", third.day)).toBeLessThanOrEqual(42);
    expect((offered?.day ?? "") < second.day).toBe(true);
  });

  it("is offered nothing where no wished day keeps the gap, in words", async () => {
    const { patientId, courseId, first } = await course();
    const day = (days: number) => new Date(Date.parse(first.day) + days * 86_400_000).toISOString().slice(0, 10);
    const entry = await wait(patientId, { ...session(courseId, 2), to: day(27) });
    expect(entry.body).toMatchObject({ whyNot: "gap", free: null });
    await aMinute(1);
    expect(await offersOf(patientId)).toEqual([]);
    const now = await desk("POST", `/api/waitlist/${entry.body.id}/offers`);
    expect(now.body.detail).toBe("No day that they asked for keeps the gap to the sessions around it.");
  });

  it("comes first where it has lost its day, and gets it back with all its claims", async () => {
    const { patientId, courseId, second } = await course();
    const waitsLonger = await register();
    await wait(waitsLonger, { from: "2027-01-11", to: "2027-01-20" });
    await cancel({ id: second.id, version: 1 });
    world.setNow(at(5));
    await wait(patientId, session(courseId, 2));
    expect((await waitlist())[0]).toMatchObject({ patientId, returnsToWindow: true, present: null });
    await aMinute(6);
    const [offer] = await offersOf(patientId);
    expect((await desk("POST", `/api/waitlist-offers/${offer?.id}/answers`, { answer: "accept" })).status).toBe(200);
    const [placed] = await world.query<{ id: string }>(
      "select id from visit where course_id = $1 and ordinal = 2 and state = 'booked'",
      [courseId],
    );
    expect(await world.query("select 1 from claim where visit_id = $1", [placed?.id])).toHaveLength(4);
  });

  it("is refused at the last moment where the neighbour has moved meanwhile", async () => {
    const { patientId, courseId, first } = await course();
    await wait(patientId, session(courseId, 2));
    await aMinute(1);
    const [offer] = await offersOf(patientId);
    await world.query("update visit set day = day + 7 where id = $1", [first.id]);
    const late = await desk("POST", `/api/waitlist-offers/${offer?.id}/answers`, { answer: "accept" });
    expect({ status: late.status, detail: late.body.detail }).toEqual({
      status: 409,
      detail: "This time no longer fits between the sessions around it.",
    });
  });

  it("waits once", async () => {
    const { patientId, courseId } = await course();
    expect((await wait(patientId, session(courseId, 2))).status).toBe(201);
    expect((await wait(patientId, session(courseId, 2))).body.detail).toBe("This person waits for that visit already.");
  });
});

describe("taking somebody off the list", () => {
  it("withdraws their open offer and gives the place back", async () => {
    const patient = await register();
    const entry = (await wait(patient)).body;
    await aMinute(1);
    const removed = await desk("POST", `/api/waitlist/${entry.id}/removals`, {
      version: 1,
      reason: "found another clinic",
    });
    expect(removed.status).toBe(200);
    expect(await offersOf(patient)).toMatchObject([{ state: "withdrawn" }]);
    expect(await world.query("select 1 from claim")).toEqual([]);
  });
});
