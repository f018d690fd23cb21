import { readdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepOrphans } from "../src/features/measurement/orphan-photographs.ts";
import { systemClock } from "../src/platform/clock/clock.ts";
import { patientSteps } from "./patient-steps.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  await patientSteps(world, clinic).consentTo(clinic.ownPatientId, "photographs");
}, 120_000);
afterAll(() => world.close());

/** Files of photographs on the disk; keys have folders of their own. */
async function filesOnDisk(): Promise<string[]> {
  const names = await readdir(world.folder, { recursive: true });
  return names.filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{32}$/.test(name)).sort();
}

async function upload(takenOn = "2027-01-06") {
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#caa" } })
    .jpeg()
    .toBuffer();
  const url = `/api/patients/${clinic.ownPatientId}/photographs?pose=front&takenOn=${takenOn}`;
  return ask(world, clinic.tokens.practitioner, "POST", url, jpeg, { "content-type": "image/jpeg" });
}

async function age(name: string, hours: number): Promise<void> {
  const then = new Date(systemClock.now().getTime() - hours * 3_600_000);
  await utimes(join(world.folder, name), then, then);
}

const sweep = () => sweepOrphans(systemClock).run(world.app.services, world.app.services.clock.now());

describe("a photograph whose record was never kept", () => {
  it("is taken off the disk after a day, and nothing else is", async () => {
    expect((await upload()).status).toBe(201);
    const kept = await filesOnDisk();
    expect(kept).toHaveLength(3);
    await world.query("alter table photograph add constraint planted check (taken_on <> '2027-01-05') not valid");
    expect((await upload("2027-01-05")).status).toBe(500);
    const strays = (await filesOnDisk()).filter((name) => !kept.includes(name));
    expect(strays).toHaveLength(3);
    for (const name of kept) await age(name, 400);

    await age(strays[0] ?? "", 25);
    for (const name of strays.slice(1)) await age(name, 23);
    await sweep();
    expect(await filesOnDisk()).toEqual([...kept, ...strays.slice(1)].sort());

    for (const name of strays) if (name !== strays[0]) await age(name, 25);
    await sweep();
    expect(await filesOnDisk()).toEqual(kept);
    expect((await stat(join(world.folder, "clinic-keys", clinic.clinicId))).isFile()).toBe(true);
  });

  it("sweeps nothing where far more is without a record than with one: the folder may be of another database", async () => {
    const { vault } = world.app.services;
    for (let count = 0; count < 40; count += 1) await vault.put(clinic.clinicId, Buffer.from(`stray ${count}`));
    for (const name of await filesOnDisk()) await age(name, 48);
    await sweep();
    expect(await filesOnDisk()).toHaveLength(43);
  });
});
