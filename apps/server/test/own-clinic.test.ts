import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "../src/demo/seed-demo.ts";
import { systemClock } from "../src/platform/clock/clock.ts";
import { patientSteps } from "./patient-steps.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());

const end = (role: "owner" | "manager" | "practitioner", clinicName: string) =>
  ask(world, clinic.tokens[role], "POST", "/api/demo/own-clinic", { clinicName });

async function filledTables(): Promise<string[]> {
  const tables = await world.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  const filled = [];
  for (const { name } of tables) {
    const rows = await world.query(`select 1 from "${name}" limit 1`);
    if (rows.length > 0) filled.push(name);
  }
  return filled;
}

describe("starting one's own clinic out of the demo", () => {
  it("is not there outside a demo, nor for anybody but the owner, nor without the clinic's name", async () => {
    expect((await end("owner", "Clinic heron")).status).toBe(404);
    await world.query("update installation set demo = true, demo_accounts = '[]', clock_offset_seconds = 3024000");
    expect((await end("manager", "Clinic heron")).status).toBe(403);
    expect((await end("owner", "clinic heron!")).body.issues).toEqual([
      { path: "clinicName", message: "type Clinic heron" },
    ]);
    expect((await filledTables()).length).toBeGreaterThan(10);
  });

  it("takes every person and record away while it runs, keeps the set-up, and asks for a first owner", async () => {
    const steps = patientSteps(world, clinic);
    await steps.readyPatient();
    await steps.consentTo(clinic.ownPatientId, "photographs");
    const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#caa" } })
      .jpeg()
      .toBuffer();
    const url = `/api/patients/${clinic.ownPatientId}/photographs?pose=front&takenOn=2027-01-06`;
    await ask(world, clinic.tokens.practitioner, "POST", url, jpeg, { "content-type": "image/jpeg" });
    await world.query("update service set treatment_minutes = 55 where kind = 'session'");

    const ended = await end("owner", "Clinic heron");
    expect(ended.status).toBe(200);
    expect(await filledTables()).toEqual(["installation", "migration", "one_time_secret"]);
    const files = await readdir(world.folder, { recursive: true });
    expect(files.filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{32}$/.test(name))).toEqual([]);
    expect((await ask(world, clinic.tokens.owner, "GET", "/api/patients")).status).toBe(401);
    const installation = (await ask(world, null, "GET", "/api/installation")).body;
    expect(installation).toEqual({ demo: false, needsFirstOwner: true, demoAccounts: [] });
    expect((await ask(world, null, "GET", "/api/demo/clock")).status).toBe(404);
    expect((await ask(world, null, "GET", "/api/demo/mailbox")).status).toBe(404);

    const told: string[] = [];
    const parts = { databaseUrl: world.url, vault: world.app.services.vault, clock: systemClock };
    await seedDemo({ ...parts, log: (line) => void told.push(line) });
    expect(told).toEqual([
      "this demo was ended for a clinic of your own, so it is not made again; --data names a folder for another",
    ]);
    expect(await filledTables()).toEqual(["installation", "migration", "one_time_secret"]);

    const first = { clinicName: "Rowan Clinic", timeZone: "Europe/London", name: "Nia", email: "nia@rowan.example" };
    const founded = await ask(world, null, "POST", "/api/first-owner", {
      ...first,
      token: ended.body.token,
      password: "correct horse battery",
    });
    expect(founded.status).toBe(201);
    const services = await world.query("select kind, treatment_minutes from service order by kind");
    expect(services).toEqual([
      { kind: "consultation", treatment_minutes: 40 },
      { kind: "session", treatment_minutes: 55 },
    ]);
    const texts = await world.query<{ kind: string }>("select kind from consent_text order by kind");
    expect(texts.map(({ kind }) => kind)).toEqual(["assent", "photographs", "treatment"]);
    expect(await world.query("select name from clinic")).toEqual([{ name: "Rowan Clinic" }]);
    await expect(world.query("delete from consent_text")).rejects.toThrow(/never changed/);
    expect((await end("owner", "Clinic heron")).status).toBe(401);
  });

  it("leaves a mark that keeps the folder from being reset", () =>
    expect(existsSync(join(world.folder, "own-clinic"))).toBe(true));
});
