import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allRoutes } from "../src/routes.ts";
import { foundTestClinic, openTestWorld, password, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let cookie: string;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  const { cookies } = await world.app.http.inject({
    method: "POST",
    url: "/api/sign-in",
    headers: { "idempotency-key": randomUUID() },
    payload: { email: clinic.emailOf("owner"), password },
  });
  cookie = `fibril=${cookies.find(({ name }) => name === "fibril")?.value}`;
}, 120_000);
afterAll(() => world.close());

const writes = allRoutes.filter(({ method }) => method !== "GET").map(({ method, path }) => [method, path] as const);
const reads = allRoutes.filter(({ method }) => method === "GET").map(({ path }) => path);

async function ask(method: (typeof writes)[number][0], path: string, headers: Record<string, string>) {
  const url = path.replace(/:\w+/g, () => randomUUID());
  const key = { "idempotency-key": randomUUID() };
  const answered = await world.app.http.inject({ method, url, headers: { ...key, ...headers }, payload: {} });
  return { status: answered.statusCode, code: answered.json().code };
}

/** Every row of every table, but for when a sign-in was last seen and how often somebody looked. */
async function digest(): Promise<string> {
  const tables = await world.query<{ relname: string }>(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('sign_in', 'sign_in_attempt', 'api_token') order by 1",
  );
  const sums = tables.map(
    ({ relname }) => `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${relname} t`,
  );
  return (await world.query<{ sum: string }>(sums.join(" union all "))).map(({ sum }) => sum).join();
}

describe("a write that another site makes a signed-in browser send", () => {
  it.each(writes)("%s %s is refused without the token that only our pages read", async (method, path) => {
    const { status, code } = await ask(method, path, { cookie });
    expect(status).toBe(403);
    expect(["cross-site", "forbidden"]).toContain(code);
  });
  it.each(writes)("%s %s is refused from a foreign origin, with a guessed token too", async (method, path) => {
    const guessed = { cookie, "x-fibril-csrf": "a".repeat(43) };
    for (const foreign of [
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ])
      expect((await ask(method, path, { ...guessed, ...(foreign as Record<string, string>) })).status).toBe(403);
  });
  it.each(writes)("%s %s is refused from a foreign origin to somebody who is not signed in", async (method, path) => {
    const { status } = await ask(method, path, { origin: "https://elsewhere.example" });
    expect([401, 403]).toContain(status);
  });
});

describe("a read", () => {
  it("changes nothing, whatever is asked for", async () => {
    const before = await digest();
    for (const path of reads) {
      const url = path.replace(/:\w+/g, () => randomUUID());
      await world.app.http.inject({ method: "GET", url, headers: { cookie } });
      for (const role of ["practitioner", "patient", "auditor"] as const)
        await world.app.http.inject({
          method: "GET",
          url,
          headers: { authorization: `Bearer ${clinic.tokens[role]}` },
        });
    }
    expect(await digest()).toBe(before);
  });
});
