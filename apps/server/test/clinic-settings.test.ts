import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, foundTestClinic, openTestWorld, password, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let other: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  other = await foundTestClinic(world, "otter");
}, 120_000);
afterAll(() => world.close());

const manager = (method: "GET" | "PUT", body?: unknown) =>
  ask(world, clinic.tokens.manager, method, "/api/clinic-settings", body);
const settings = async () => (await manager("GET")).body;

async function change(more: Readonly<Record<string, unknown>>, who: "manager" | "owner" = "manager") {
  const { version, taskMinutes, places, aftercareContact, selfBooking } = await settings();
  const body = { version, taskMinutes, places, aftercareContact, selfBooking, longer: null, ...more };
  return ask(world, clinic.tokens[who], "PUT", "/api/clinic-settings", body);
}

const place = (siteId: string, country = "GB", emergencyNumber = "999", adviceNumber: string | null = "111") => ({
  siteId,
  country,
  emergencyNumber,
  adviceNumber,
});

describe("a clinic's settings", () => {
  it("begin with the founding table of clocks and nothing else", async () => {
    expect(await settings()).toMatchObject({
      version: 0,
      taskMinutes: {},
      places: [],
      aftercareContact: null,
      changed: null,
      founding: [
        { urgency: "emergency", minutes: 15, isWorkingDay: false },
        { urgency: "same-day", minutes: 120, isWorkingDay: false },
        { urgency: "24-hours", minutes: 480, isWorkingDay: false },
        { urgency: "48-hours", minutes: 2880, isWorkingDay: true },
        { urgency: "1-week", minutes: 10_080, isWorkingDay: true },
      ],
    });
  });

  it("may let a task wait for less, and each version is kept", async () => {
    const { status, body } = await change({ taskMinutes: { "same-day": 60 } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, taskMinutes: { "same-day": 60 }, changed: { by: "manager heron" } });
    await change({ taskMinutes: { "same-day": 45 } });
    const kept = await world.query("select version from clinic_settings where clinic_id = $1 order by 1", [
      clinic.clinicId,
    ]);
    expect(kept).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it("let a task wait for longer only where a clinician signs it", async () => {
    const longer = { emergency: 30 };
    const unsigned = await change({ taskMinutes: longer });
    expect(unsigned.status).toBe(422);
    expect(unsigned.body.issues).toEqual([
      { path: "taskMinutes.emergency", message: "is longer than 15 minutes: a clinician has to sign that" },
    ]);
    const signature = { longer: { reason: "One doctor for two floors", password } };
    expect((await change({ taskMinutes: longer, ...signature }, "owner")).status).toBe(409);
    await world.query("update staff set registration = '1234567' where clinic_id = $1 and role = 'owner'", [
      clinic.clinicId,
    ]);
    expect((await change({ taskMinutes: longer, ...signature }, "owner")).body).toMatchObject({ taskMinutes: longer });
    expect((await change({ taskMinutes: longer })).status).toBe(200);
  });

  it("tell patients whom to call, each site its own number", async () => {
    const { sites } = await settings();
    const places = [place(sites[0].id), place(sites[1].id, "IE", "112", null)];
    const { body } = await change({ places });
    expect(body.emergencyText).toBe(
      `If you can't breathe, your lips or tongue swell, you faint, or your eye hurts or sees badly: call 999 (${sites[0].name}) or 112 (${sites[1].name}) now. For advice when we are closed: 111.`,
    );
    const contact = { name: "Sister Ames", phone: "020 7946 0001", email: null, hours: "9 to 18" };
    await change({ aftercareContact: contact });
    const mine = await ask(world, clinic.tokens.patient, "GET", "/api/my/care-contact");
    expect(mine.body).toEqual({ emergencyText: body.emergencyText, contact });
  });

  it("name no site of another clinic, and none twice", async () => {
    const theirs = await ask(world, other.tokens.manager, "GET", "/api/clinic-settings");
    const { sites } = await settings();
    expect((await change({ places: [place(theirs.body.sites[0].id)] })).body.issues).toEqual([
      { path: "places.0.siteId", message: "is no site of yours" },
    ]);
    expect((await change({ places: [place(sites[0].id), place(sites[0].id)] })).body.issues).toEqual([
      { path: "places.1.siteId", message: "is named twice" },
    ]);
    expect(theirs.body).toMatchObject({ version: 0, emergencyText: "Call 999" });
  });

  it("are not overwritten by somebody who saw an older version", async () =>
    expect(await change({ version: 1 })).toMatchObject({ status: 409, body: { code: "stale-version" } }));

  it("are the owner's and the manager's", async () => {
    for (const role of ["practitioner", "front-desk", "auditor", "patient"] as const)
      expect((await ask(world, clinic.tokens[role], "GET", "/api/clinic-settings")).status).toBe(403);
  });
});

describe("booking by oneself", () => {
  const visitor = (method: "GET" | "POST", end: string, body?: unknown) =>
    ask(world, null, method, `/api/self-booking/clinics/${clinic.clinicId}${end}`, body);
  const wish = () => ({ siteId: clinic.siteId, day: "2027-01-07", start: "10:00", instead: null });

  it("is open until a manager closes it: then nobody begins, the telephone is told, and it can be opened again", async () => {
    expect((await visitor("GET", "")).body.isOpen).toBe(true);
    expect((await change({ selfBooking: false })).body.selfBooking).toBe(false);
    const closed = (await visitor("GET", "")).body;
    expect([closed.isOpen, closed.phone]).toEqual([false, "020 7946 0000"]);
    const refused = await visitor("POST", "/holds", wish());
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      "This clinic books consultations by telephone: 020 7946 0000",
    ]);
    expect((await visitor("GET", `/times?siteId=${clinic.siteId}`)).status).toBe(409);
    await change({ selfBooking: true });
    expect((await visitor("POST", "/holds", wish())).status).toBe(201);
  });
});
