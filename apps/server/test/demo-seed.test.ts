import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "../src/demo/seed-demo.ts";
import { openTestWorld, type TestWorld } from "./test-clinic.ts";

const startedAt = new Date("2026-11-27T12:00:00Z");
/** Ids, keys and secrets, which are drawn at random so that nobody may guess them, and digests taken over those. */
const drawn = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(\\\\x)?[0-9a-f]{32,}|[\w+/-]{40,}=*|\$argon2id\$[^"]+/g;

describe("the demo, made twice on one day", () => {
  const worlds: TestWorld[] = [];
  const both = (text: string) => Promise.all(worlds.map((world) => world.query<Record<string, unknown>>(text)));

  beforeAll(async () => {
    for (const _ of ["first", "second"]) {
      const world = await openTestWorld();
      worlds.push(world);
      const parts = { databaseUrl: world.url, vault: world.app.services.vault, log: () => undefined };
      await seedDemo({ ...parts, clock: { now: () => startedAt } });
    }
  }, 300_000);
  afterAll(() => Promise.all(worlds.map((world) => world.close())));

  it("has every visit at the same time, with the same person, in the same room and with the same devices", async () => {
    const [first, second] = await both(
      `select patient.number, visit.kind, visit.state, visit.starts_at, visit.end_minute,
         array_agg(resource.name order by resource.name, claim.during) as resources
       from visit join patient on patient.id = visit.patient_id
       left join claim on claim.visit_id = visit.id left join resource on resource.id = claim.resource_id
       group by visit.clinic_id, visit.id, patient.number
       order by patient.number, visit.starts_at, visit.kind`,
    );
    expect(first?.length).toBeGreaterThan(100);
    expect(second).toEqual(first);
  });

  it("has the same rows in every table, but for ids, secrets and digests", async () => {
    const tables = await worlds[0]?.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const differing: string[] = [];
    for (const { name } of tables ?? []) {
      const [first, second] = await both(`select to_jsonb(row) as row from "${name}" as row`);
      if (JSON.stringify(first?.map(known).sort()) !== JSON.stringify(second?.map(known).sort())) differing.push(name);
    }
    expect(tables?.length).toBeGreaterThan(30);
    expect(differing).toEqual([]);
  });
});

function known({ row }: Record<string, unknown>): string {
  return JSON.stringify(row).replace(drawn, "drawn");
}
