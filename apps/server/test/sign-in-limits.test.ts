import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundTestClinic, openTestWorld, password, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.query("delete from sign_in_attempt"));

async function post(url: string, remoteAddress: string, payload: object) {
  const headers = { "idempotency-key": randomUUID() };
  return world.app.http.inject({ method: "POST", url, remoteAddress, headers, payload });
}

async function guess(email: string, address: string) {
  return (await post("/api/sign-in", address, { email, password: "a guess" })).statusCode;
}

/** As if so many had been tried a moment ago: the guesses themselves would take the test minutes. */
async function haveTried(key: string, tries: number) {
  await world.query(
    "insert into sign_in_attempt select $1, timestamptz '2027-01-06T08:00Z' from generate_series(1, $2)",
    [key, tries],
  );
}

describe("guessing a password", () => {
  it("for one account from many addresses ends at 60 in a quarter of an hour", async () => {
    const email = clinic.emailOf("owner");
    expect(await guess(email, "192.0.2.1")).toBe(401);
    await haveTried(`password for ${email}`, 58);
    expect(await guess(email, "192.0.2.2")).toBe(401);
    expect(await guess(email, "192.0.2.3")).toBe(429);
    expect(await guess(clinic.emailOf("manager"), "192.0.2.3")).toBe(401);
    world.setNow(new Date("2027-01-06T08:16:00Z"));
    expect(await guess(email, "192.0.2.3")).toBe(401);
    world.setNow(new Date("2027-01-06T08:00:00Z"));
  });
  it("from one address for many accounts ends at 100", async () => {
    expect(await guess("first@heron.example", "192.0.2.1")).toBe(401);
    await haveTried("password from 192.0.2.1", 98);
    expect(await guess("second@heron.example", "192.0.2.1")).toBe(401);
    expect(await guess("third@heron.example", "192.0.2.1")).toBe(429);
    expect(await guess("third@heron.example", "192.0.2.2")).toBe(401);
  });
  it("is not what a clinic behind one address does when it signs in all morning", async () => {
    const right = () => post("/api/sign-in", "192.0.2.9", { email: clinic.emailOf("front-desk"), password });
    await haveTried("password from 192.0.2.9", 99);
    for (let times = 0; times < 3; times += 1) expect((await right()).statusCode).toBe(200);
    expect(await guess(clinic.emailOf("owner"), "192.0.2.9")).toBe(401);
    expect(await guess(clinic.emailOf("owner"), "192.0.2.9")).toBe(429);
  });
});

describe("guessing a code", () => {
  it("counts the same address whatever its capitals", async () => {
    const statuses: number[] = [];
    for (const email of ["ana@heron.example", "Ana@heron.example"]) {
      for (let tries = 0; tries < 6; tries += 1)
        statuses.push((await post("/api/sign-in/code", "192.0.2.1", { email, code: "000000" })).statusCode);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  });
  it("ends at 60 for one account, from wherever", async () => {
    await haveTried(`code-try for ${clinic.emailOf("patient")}`, 60);
    const tried = await post("/api/sign-in/code", "192.0.2.7", { email: clinic.emailOf("patient"), code: "000000" });
    expect(tried.statusCode).toBe(429);
  });
});

describe("asking for a code or a new password", () => {
  it.each([
    ["/api/sign-in/codes", "patient", "patient-code"],
    ["/api/sign-in/new-password-requests", "owner", "new-password"],
  ] as const)(
    "%s does as much for an unknown address as for a known one, and sends it nothing",
    async (url, role, purpose) => {
      for (const email of [clinic.emailOf(role), "nobody@heron.example"])
        expect((await post(url, "192.0.2.1", { email })).json()).toEqual({ done: true });
      const secrets = await world.query<{ email: string; known: boolean }>(
        "select email, account_id is not null as known from one_time_secret where purpose = $1 order by known",
        [purpose],
      );
      expect(secrets).toEqual([
        { email: "nobody@heron.example", known: false },
        { email: clinic.emailOf(role), known: true },
      ]);
      const sent = await world.query("select 1 from message where to_address = 'nobody@heron.example'");
      expect(sent).toEqual([]);
    },
  );
  it("gives nobody a sign-in with a code that belongs to no account", async () => {
    const email = "nobody@heron.example";
    await post("/api/sign-in/codes", "192.0.2.1", { email });
    await world.query("update one_time_secret set secret_hash = sha256('123456') where email = $1", [email]);
    expect((await post("/api/sign-in/code", "192.0.2.1", { email, code: "123456" })).statusCode).toBe(401);
  });
});
