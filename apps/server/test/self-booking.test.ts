import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endExpiredHolds } from "../src/workflows/self-booking-due.ts";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
const start = new Date("2027-01-06T08:00:00Z");
let address = 0;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(start);
  address += 1;
  await world.query("delete from claim");
  await world.query("update hold set ended_at = now(), ended_as = 'released' where ended_at is null");
  await world.query("delete from sign_in_attempt");
  await world.query("delete from message");
  await world.query(
    "update visit set state = 'cancelled', cancelled_by = 'clinic', reason = 'test' where state = 'booked'",
  );
});

const path = (end: string) => `/api/self-booking/clinics/${clinic.clinicId}${end}`;
const visitor = (method: "GET" | "POST", end: string, body?: unknown) => ask(world, null, method, path(end), body);
const desk = (method: "GET" | "POST", url: string, body?: unknown) =>
  ask(world, clinic.tokens["front-desk"], method, url, body);
const after = (seconds: number) => world.setNow(new Date(start.getTime() + seconds * 1_000));

async function hold(at = "10:00", instead: string | null = null, day = "2027-01-07") {
  return visitor("POST", "/holds", { siteId: clinic.siteId, day, start: at, instead });
}

const ama = { givenName: "Ama", familyName: "Owusu", birthDate: "1990-04-02" };

async function codeFor(token: string, contact: Record<string, string>): Promise<string> {
  expect((await visitor("POST", "/codes", { token, contact })).status).toBe(200);
  const [message] = await world.query<{ text: string }>(
    "select text from message where kind = 'booking-code' and to_address = $1 order by created_at desc, id desc limit 1",
    [contact["email"]],
  );
  return /\d{6}/.exec(message?.text ?? "")?.[0] ?? "";
}

async function book(token: string, more: Record<string, unknown> = {}) {
  const contact = { by: "email", email: `ama${address}@home.example` };
  const code = await codeFor(token, contact);
  return visitor("POST", "/bookings", { token, ...ama, contact, code, ...more });
}

const timesOf = async (day: string) => {
  const { body } = await visitor("GET", `/times?siteId=${clinic.siteId}&from=${day}`);
  return body.days[0].times.map((time: { start: string }) => time.start);
};

/** The desk books over a place, with whatever it needs. */
async function deskBooks(at: string, day = "2027-01-07") {
  const { id } = (await desk("POST", "/api/patients", registration)).body;
  const found = await desk("POST", "/api/visit-suggestions", {
    siteId: clinic.siteId,
    serviceKind: "consultation",
    from: day,
    to: day,
    practitionerId: null,
    preferred: [[at, "23:00"]],
  });
  const { practitionerName: _name, roomName: _room, ...place } = found.body.places[0];
  return desk("POST", `/api/patients/${id}/consultation-visits`, {
    siteId: clinic.siteId,
    place: { ...place, start: at },
  });
}

describe("what a visitor sees before booking", () => {
  it("is where the clinic is and when a consultation can begin, on the quarter hours", async () => {
    const { status, body } = await visitor("GET", "");
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: "Clinic heron", holdMinutes: 10, codeBy: ["email"] });
    const times = await timesOf("2027-01-07");
    expect(times).toContain("10:00");
    expect(times).toContain("10:15");
    expect(times).not.toContain("10:05");
  });

  it("offers nothing within two hours, nothing that has gone by and nothing after 60 days", async () => {
    world.setNow(new Date("2027-01-06T11:20:00Z"));
    const [first] = await timesOf("2027-01-06");
    expect(first).toBe("13:30");
    const { body } = await visitor("GET", `/times?siteId=${clinic.siteId}&from=2028-01-01`);
    expect(body.last).toBe("2027-03-07");
    expect(body.from).toBe("2027-03-07");
  });
});

describe("a write of a visitor whose answer was lost", () => {
  const key = (name: string) => ({ "idempotency-key": `${name}-${address}-key` });
  const send = (end: string, body: unknown, named: string) => ask(world, null, "POST", path(end), body, key(named));
  const at = (begin: string) => ({ siteId: clinic.siteId, day: "2027-01-07", start: begin, instead: null });
  const standing = () => world.query("select 1 from hold where ended_at is null");

  it("keeps one time and gives the same hold again", async () => {
    const both = await Promise.all([send("/holds", at("10:00"), "hold"), send("/holds", at("10:00"), "hold")]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[1]?.body).toEqual(both[0]?.body);
    expect((await send("/holds", at("10:00"), "hold")).body).toEqual(both[0]?.body);
    expect(await standing()).toHaveLength(1);
  });

  it("is refused where another time is asked for under the same key", async () => {
    await send("/holds", at("10:00"), "hold");
    const other = await send("/holds", at("15:00"), "hold");
    expect([other.status, other.body.code]).toEqual([422, "idempotency-key-reused"]);
    expect(await standing()).toHaveLength(1);
  });

  it("keeps no refusal: the time may be free a moment later", async () => {
    const { token } = (await hold()).body;
    expect((await send("/holds", at("10:00"), "late")).body.code).toBe("taken");
    await visitor("POST", "/holds/releases", { token });
    expect((await send("/holds", at("10:00"), "late")).status).toBe(201);
  });

  it("gives a time back once, also when it was kept by somebody else since", async () => {
    const { token } = (await hold()).body;
    const release = (more: object = {}) => send("/holds/releases", { token, ...more }, "release");
    expect((await release()).body).toEqual({ done: true });
    expect((await hold()).status).toBe(201);
    expect((await release()).body).toEqual({ done: true });
    expect(await standing()).toHaveLength(1);
    expect((await send("/holds/releases", { token: "x".repeat(43) }, "release")).body.code).toBe(
      "idempotency-key-reused",
    );
  });

  it("books one visit and tells the same of it", async () => {
    const { token } = (await hold()).body;
    const contact = { by: "email", email: `ama${address}@home.example` };
    const body = { token, ...ama, contact, code: await codeFor(token, contact) };
    const first = await send("/bookings", body, "book");
    expect(first.status).toBe(201);
    expect((await send("/bookings", body, "book")).body).toEqual(first.body);
    expect((await send("/bookings", { ...body, givenName: "Efua" }, "book")).body.code).toBe("idempotency-key-reused");
    expect((await send("/bookings", body, "book again")).body).toEqual(first.body);
    expect(await world.query("select 1 from visit where state = 'booked'")).toHaveLength(1);
  });

  it("is refused, and not broken, while the clinic is closed for visitors", async () => {
    const owner = (method: "GET" | "PUT", body?: object) =>
      ask(world, clinic.tokens.owner, method, "/api/clinic-settings", body);
    const change = async (selfBooking: boolean) => {
      const { version, taskMinutes, places, aftercareContact } = (await owner("GET")).body;
      const body = { version, taskMinutes, places, aftercareContact, selfBooking, longer: null };
      expect((await owner("PUT", body)).status).toBe(200);
    };
    await change(false);
    expect((await send("/holds", at("10:00"), "closed")).status).toBe(409);
    await change(true);
    expect((await send("/holds", at("10:00"), "closed")).status).toBe(201);
  });
});

describe("a held time", () => {
  it("is nobody else's while it is kept", async () => {
    expect((await hold()).body).toMatchObject({ day: "2027-01-07", start: "10:00", secondsLeft: 600 });
    // One practitioner works at Alder Lane on a Thursday.
    const second = await hold();
    expect({ status: second.status, code: second.body.code }).toEqual({ status: 409, code: "taken" });
    expect(second.body.current.days[0].day).toBe("2027-01-07");
    expect(second.body.current.days[0].times).not.toContainEqual(expect.objectContaining({ start: "10:00" }));
  });

  it("stands in the desk's way until its last second and not a moment longer", async () => {
    await hold();
    after(599);
    expect((await deskBooks("10:00")).status).not.toBe(201);
    after(600);
    expect((await deskBooks("10:00")).status).toBe(201);
  });

  it("is honoured one second before it expires", async () => {
    const { token } = (await hold()).body;
    const contact = { by: "email", email: `ama${address}@home.example` };
    const code = await codeFor(token, contact);
    after(599);
    const booked = await visitor("POST", "/bookings", { token, ...ama, contact, code });
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({
      day: "2027-01-07",
      start: "10:00",
      questions: "link-by-email",
      isMinor: false,
    });
  });

  it("is never honoured from the second on at which it expires, and the nearest times come instead", async () => {
    const { token } = (await hold()).body;
    const contact = { by: "email", email: `ama${address}@home.example` };
    after(1);
    const code = await codeFor(token, contact);
    after(600);
    const refused = await visitor("POST", "/bookings", { token, ...ama, contact, code });
    expect({ status: refused.status, detail: refused.body.detail }).toEqual({
      status: 409,
      detail: "We kept that time for 10 minutes and they are over. Choose a time again.",
    });
    expect(refused.body.current.days[0].times).not.toEqual([]);
    expect(await world.query("select 1 from visit where state = 'booked'")).toEqual([]);
    const again = (await hold("10:00")).body.token;
    after(600);
    expect((await visitor("POST", "/bookings", { token: again, ...ama, contact, code })).status).toBe(201);
  });

  it("is cleared by the minute job too, which tells the calendar", async () => {
    await hold();
    const version = async () =>
      (
        await world.query<{ version: number }>(
          "select version from site_day where day = '2027-01-07' and clinic_id = $1",
          [clinic.clinicId],
        )
      )[0]?.version ?? 0;
    const before = await version();
    await endExpiredHolds.run(world.app.services, new Date(start.getTime() + 599_000));
    expect(await world.query("select 1 from claim where hold_id is not null")).not.toEqual([]);
    await endExpiredHolds.run(world.app.services, new Date(start.getTime() + 600_000));
    expect(await world.query("select 1 from claim where hold_id is not null")).toEqual([]);
    expect(await world.query("select 1 from hold where ended_as = 'expired'")).toHaveLength(1);
    expect(await version()).toBeGreaterThan(before);
  });

  it("gives way to another one of the same visitor, and stays where the other can't be had", async () => {
    const first = (await hold()).body.token;
    const moved = await hold("10:15", first);
    expect(moved.status).toBe(201);
    await hold("13:00");
    const refused = await hold("13:00", moved.body.token);
    expect(refused.body.code).toBe("taken");
    expect(await world.query("select 1 from hold where ended_at is null and start_minute = 615")).toHaveLength(1);
  });

  it("can be given back at once", async () => {
    const { token } = (await hold()).body;
    await visitor("POST", "/holds/releases", { token });
    expect((await hold()).status).toBe(201);
  });

  it("goes to one of ten who want it at the same moment", async () => {
    const asked = await Promise.all(Array.from({ length: 10 }, () => hold("11:00")));
    expect(asked.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });

  it("is not kept a fourth time for one visitor", async () => {
    for (const at of ["09:30", "11:00", "13:00"]) expect((await hold(at)).status).toBe(201);
    const fourth = await hold("15:00");
    expect({ status: fourth.status, code: fourth.body.code }).toEqual({ status: 429, code: "too-many" });
  });
});

describe("booking a held time", () => {
  it("registers a new person, claims the place and opens their pages", async () => {
    const { token } = (await hold()).body;
    const booked = await book(token);
    expect(booked.status).toBe(201);
    const claims = await world.query("select 1 from claim where visit_id is not null");
    expect(claims).not.toEqual([]);
    expect(await world.query("select 1 from claim where hold_id is not null")).toEqual([]);
    const [message] = await world.query<{ text: string }>(
      "select text from message where kind = 'visit-booked' order by created_at desc, id desc limit 1",
    );
    expect(message?.text).toContain("Thu 7 Jan 2027, 10:00");
    expect(message?.text).toContain("/welcome#");
  });

  it("says nothing else for a person whom the clinic knows, and makes no second record of them", async () => {
    const email = `known${address}@home.example`;
    const known = await desk("POST", "/api/patients", { ...registration, ...ama, email });
    const patients = async () => (await world.query("select 1 from patient")).length;
    const before = await patients();
    const contact = { by: "email", email };
    const first = (await hold()).body.token;
    const byKnown = await visitor("POST", "/bookings", {
      token: first,
      ...ama,
      contact,
      code: await codeFor(first, contact),
    });
    const second = (await hold("13:00")).body.token;
    const byNew = await book(second);
    expect(Object.keys(byKnown.body)).toEqual(Object.keys(byNew.body));
    expect(byKnown.text).not.toContain(known.body.id);
    const visits = await world.query("select 1 from visit where patient_id = $1", [known.body.id]);
    expect(visits).toHaveLength(1);
    expect(await patients()).toBe(before + 1);
  });

  it("makes a new record for somebody who only knows a patient's name and birth date", async () => {
    const known = await desk("POST", "/api/patients", {
      ...registration,
      ...ama,
      email: `real${address}@home.example`,
    });
    const { token } = (await hold()).body;
    expect((await book(token)).status).toBe(201);
    expect(await world.query("select 1 from visit where patient_id = $1", [known.body.id])).toEqual([]);
  });

  it("makes a new record for a twin, who shares name, birth date and their parent's address", async () => {
    const email = `twins${address}@home.example`;
    const twin = await desk("POST", "/api/patients", { ...registration, ...ama, givenName: "Efua", email });
    const { token } = (await hold()).body;
    const contact = { by: "email", email };
    const code = await codeFor(token, contact);
    expect((await visitor("POST", "/bookings", { token, ...ama, contact, code })).status).toBe(201);
    expect(await world.query("select 1 from visit where patient_id = $1", [twin.body.id])).toEqual([]);
  });

  it("takes no wrong code, and none after five wrong ones", async () => {
    const { token } = (await hold()).body;
    const contact = { by: "email", email: `ama${address}@home.example` };
    const code = await codeFor(token, contact);
    const wrong = code === "000000" ? "111111" : "000000";
    for (let turn = 0; turn < 5; turn += 1) {
      const refused = await visitor("POST", "/bookings", { token, ...ama, contact, code: wrong });
      expect(refused.body.issues).toEqual([{ path: "code", message: "is not right, or its time is over" }]);
    }
    expect((await visitor("POST", "/bookings", { token, ...ama, contact, code })).status).toBe(422);
  });

  it("answers a repeat as it answered the first time", async () => {
    const { token } = (await hold()).body;
    const contact = { by: "email", email: `ama${address}@home.example` };
    const body = { token, ...ama, contact, code: await codeFor(token, contact) };
    const [first, second] = [await visitor("POST", "/bookings", body), await visitor("POST", "/bookings", body)];
    expect(second.body).toEqual(first.body);
    expect(await world.query("select 1 from visit where state = 'booked'")).toHaveLength(1);
  });

  it("tells somebody under 18 that a guardian comes along", async () => {
    const { token } = (await hold()).body;
    expect((await book(token, { birthDate: "2010-05-01" })).body.isMinor).toBe(true);
  });

  it("refuses a place whose practitioner fell ill meanwhile, and keeps the code good for another time", async () => {
    const { token } = (await hold("10:00", null, "2027-01-08")).body;
    const contact = { by: "email", email: `ama${address}@home.example` };
    const code = await codeFor(token, contact);
    await ask(world, clinic.tokens.manager, "POST", `/api/sites/${clinic.siteId}/closures`, {
      day: "2027-01-08",
      reason: "Water damage",
    });
    const refused = await visitor("POST", "/bookings", { token, ...ama, contact, code });
    expect(refused.body.code).toBe("taken");
    const other = (await hold("10:00", token, "2027-01-07")).body.token;
    expect((await visitor("POST", "/bookings", { token: other, ...ama, contact, code })).status).toBe(201);
  });

  it("sends no more than five codes to one address in a quarter of an hour", async () => {
    const { token } = (await hold()).body;
    const contact = { by: "email", email: `busy${address}@home.example` };
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) statuses.push((await visitor("POST", "/codes", { token, contact })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe("a patient's own consultation", () => {
  const own = (method: "GET" | "POST", url: string, body?: unknown) =>
    ask(world, clinic.tokens.patient, method, url, body);
  const choose = (day: string, at: string, moves: unknown = null) =>
    own("POST", "/api/my/consultation-visits", { siteId: clinic.siteId, day, start: at, moves });

  it("is moved and cancelled by themselves up to 24 hours before, and then only by calling", async () => {
    const booked = (await choose("2027-01-11", "10:00")).body;
    expect(booked.visit).toMatchObject({ day: "2027-01-11", start: "10:00" });
    expect((await choose("2027-01-11", "13:00")).body.detail).toBe("You have a consultation already: move that one.");
    const moves = { visitId: booked.visit.id, version: booked.visit.version };
    const moved = (await choose("2027-01-11", "10:15", moves)).body;
    expect(moved.visit).toMatchObject({ day: "2027-01-11", start: "10:15" });
    expect((await choose("2027-01-12", "10:15", moves)).body.code).toBe("stale-version");
    const cancel = `/api/my/consultation-visits/${moved.visit.id}/cancellations`;
    world.setNow(new Date("2027-01-10T10:16:00Z"));
    const late = await own("POST", cancel, { version: moved.visit.version });
    expect(late.body.detail).toBe("It is less than 24 hours before your visit: please call us.");
    world.setNow(new Date("2027-01-10T10:15:00Z"));
    expect((await own("POST", cancel, { version: moved.visit.version })).body.visit).toBeNull();
    expect(await world.query("select 1 from claim")).toEqual([]);
    const [told] = await world.query("select text from message order by created_at desc, id desc limit 1");
    expect(told?.["text"]).toBe(
      "Your consultation on Mon 11 Jan 2027, 10:15, Alder Lane, is cancelled. You can book another on your own pages.",
    );
  });
});
