import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertAccount, insertMember } from "../src/features/staff/store.ts";
import { hashPassword, hashSecret, newSecret } from "../src/platform/auth/secrets.ts";
import { newId } from "../src/platform/ids.ts";
import { foundClinic } from "../src/workflows/found-clinic.ts";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let furnished: TestClinic;
const owner = newSecret();
const now = new Date("2027-01-06T08:00:00Z");
const email = "astrid@willow.example";

beforeAll(async () => {
  world = await openTestWorld();
  furnished = await foundTestClinic(world, "heron");
  const passwordHash = await hashPassword("willow-and-alder-27");
  await world.app.services.database.atGate(async (tx) => {
    const own = { name: "Astrid Vik", email, passwordHash };
    const clinic = {
      name: "Willow",
      timeZone: "Europe/London",
      phone: "",
      email,
      emergencyText: "Call 999",
      owner: own,
    };
    const founded = await foundClinic(tx, clinic, { now, newId: () => newId(now) });
    const token = { id: newId(now), clinic_id: founded.clinicId, membership_id: founded.owner.membershipId };
    await tx
      .insertInto("api_token")
      .values({ ...token, token_hash: hashSecret(owner), name: "owner", created_at: now })
      .execute();
    const other = { id: newId(now), email: "berit@willow.example", name: "Berit", passwordHash };
    await insertAccount(tx, other, now);
    const place = { accountId: other.id, membershipId: newId(now), staffId: newId(now) };
    await insertMember(tx, founded.clinicId, { ...place, name: "Berit", email: other.email, role: "front-desk" }, now);
  });
}, 120_000);
afterAll(() => world.close());

const asks = (method: "GET" | "POST" | "PUT" | "PATCH", path: string, body?: unknown) =>
  ask(world, owner, method, path, body);
async function missing(): Promise<string[]> {
  const { body } = await asks("GET", "/api/clinic/first-steps");
  return body.steps.flatMap(({ step, done }: { step: string; done: boolean }) => (done ? [] : [step]));
}
const person = async () => {
  const { body } = await asks("GET", "/api/resources");
  return body.resources.find(({ kind }: { kind: string }) => kind === "practitioner");
};

describe("what a clinic that begins still needs", () => {
  it("is nothing where everything is set up and patients come, but for the first consultation", async () => {
    const { body } = await ask(world, furnished.tokens.owner, "GET", "/api/clinic/first-steps");
    expect(body.steps.filter(({ done }: { done: boolean }) => !done)).toEqual([{ step: "consultation", done: false }]);
  });

  it("is a telephone, somebody who treats, a device, a patient and a consultation", async () => {
    expect(await missing()).toEqual(["contact", "practitioner", "bookable", "device", "patient", "consultation"]);
  });

  it("an owner who treats too takes a practitioner's place beside their own, once", async () => {
    expect((await asks("POST", "/api/staff/own-practice", {})).body).toEqual({ role: "practitioner" });
    expect((await asks("POST", "/api/staff/own-practice", {})).body).toMatchObject({
      code: "conflict",
      detail: "You have a practitioner's place here already.",
    });
    const { body } = await asks("GET", "/api/staff");
    expect(body.staff.map(({ name, role }: { name: string; role: string }) => [name, role]).sort()).toEqual([
      ["Astrid Vik", "owner"],
      ["Astrid Vik", "practitioner"],
      ["Berit", "front-desk"],
    ]);
    expect(await missing()).toEqual(["contact", "bookable", "device", "patient", "consultation"]);
  });

  it("nobody is bookable before a roster and both qualifications", async () => {
    const { unlisted, sites } = (await asks("GET", "/api/resources")).body;
    const add = { kind: "practitioner", name: "Astrid Vik", siteId: null, staffId: unlisted[0].staffId, kinds: [] };
    await asks("POST", "/api/resources", add);
    const held = (names: readonly string[]) => names.map((name) => ({ name, validFrom: null, validTo: null }));
    const qualify = async (...names: string[]) => {
      const { id, version } = await person();
      await asks("PUT", `/api/resources/${id}/qualifications`, { version, qualifications: held(names) });
    };
    const { id, version } = await person();
    const roster = [{ weekday: "wed", from: "09:00", to: "17:00", siteId: sites[0].id }];
    expect((await asks("PUT", `/api/resources/${id}/roster`, { version, roster })).status).toBe(200);
    expect(await missing()).toContain("bookable");
    await qualify("consultation");
    expect(await missing()).toContain("bookable");
    await qualify("consultation", "needling-face");
    expect(await missing()).toEqual(["contact", "device", "patient", "consultation"]);
  });

  it("a device and a patient are seen as soon as they are there", async () => {
    const { sites } = (await asks("GET", "/api/resources")).body;
    await asks("POST", "/api/resources", {
      kind: "device",
      name: "Pen 1",
      siteId: sites[0].id,
      staffId: null,
      kinds: ["pen"],
    });
    await asks("POST", "/api/patients", registration);
    expect(await missing()).toEqual(["contact", "consultation"]);
  });
});

describe("what the clinic is called and how it is reached", () => {
  it("is changed by the owner and stands on what patients read", async () => {
    const before = (await asks("GET", "/api/clinic/contact")).body;
    expect(before).toEqual({ name: "Willow", phone: "", email, version: 1 });
    const body = { version: 1, name: "Willow Skin Clinic", phone: "020 7946 0123", email };
    expect((await asks("PUT", "/api/clinic/contact", body)).body).toEqual({ ...body, version: 2 });
    expect(await missing()).toEqual(["consultation"]);
    expect((await asks("PUT", "/api/clinic/contact", body)).body).toMatchObject({
      code: "stale-version",
      current: { name: "Willow Skin Clinic", version: 2 },
    });
  });

  it("is not changed without a telephone", async () => {
    const { body } = await asks("PUT", "/api/clinic/contact", { version: 2, name: "Willow", phone: "", email });
    expect(body.issues).toEqual([{ path: "phone", message: "not a telephone number" }]);
  });
});

describe("somebody who left and is invited again", () => {
  const invite = () =>
    asks("POST", "/api/staff/invitations", { email: "cato@willow.example", name: "Cato", role: "manager" });
  const join = async () => {
    const [sent] = await world.query<{ text: string }>(
      "select text from message where kind = 'invitation' order by created_at desc, id desc limit 1",
    );
    const token = sent?.text.split("#")[1] ?? "";
    return ask(world, null, "POST", "/api/staff/invitations/accept", {
      token,
      name: "Cato",
      password: "a long password",
    });
  };
  const cato = async () =>
    (await asks("GET", "/api/staff")).body.staff.filter(({ name }: { name: string }) => name === "Cato");

  it("is the same member of staff again, and works here", async () => {
    await invite();
    expect((await join()).status).toBe(201);
    const [first] = await cato();
    const { id, version } = first;
    const end = { version, name: "Cato", registration: null, ended: true };
    expect((await asks("PATCH", `/api/staff/${id}`, end)).body.ended).toBe(true);
    world.setNow(new Date("2027-01-06T08:05:00Z"));
    await invite();
    expect((await join()).status).toBe(201);
    expect((await cato()).map((member: { id: string; ended: boolean }) => [member.id, member.ended])).toEqual([
      [id, false],
    ]);
  });

  it("can't be invited into the role they hold", async () => {
    expect((await invite()).body).toMatchObject({
      code: "conflict",
      detail: "cato@willow.example works here in this role already.",
    });
  });
});
