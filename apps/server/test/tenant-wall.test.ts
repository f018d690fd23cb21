import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let heron: TestClinic;
let otter: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  heron = await foundTestClinic(world, "heron");
  otter = await foundTestClinic(world, "otter");
  for (const clinic of [heron, otter])
    await ask(world, clinic.tokens["front-desk"], "POST", "/api/patients", registration);
}, 120_000);
afterAll(() => world.close());

/** What is known before a clinic is, and what belongs to no clinic. */
const exempt = [
  "account",
  "api_token",
  "calendar_feed",
  "gate_answer",
  "installation",
  "membership",
  "migration",
  "one_time_secret",
  "sign_in",
  "sign_in_attempt",
];

describe("the wall between clinics", () => {
  it("stands around every table but the listed ones", async () => {
    const open = await world.query<{ relname: string }>(
      "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity) order by 1",
    );
    expect(open.map(({ relname }) => relname)).toEqual(exempt);
  });

  it("begins every primary key with the clinic", async () => {
    const keys = await world.query<{ name: string; first: string }>(
      `select c.relname as name, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisprimary and c.relnamespace = 'public'::regnamespace and c.relrowsecurity`,
    );
    expect(keys.filter(({ first }) => first !== "clinic_id")).toEqual([]);
    expect(keys.length).toBeGreaterThan(30);
  });

  it("holds where a query forgets the filter", async () => {
    const tables = await world.query<{ relname: string }>(
      "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity",
    );
    await world.app.services.database.inClinic({ clinicId: heron.clinicId }, async (tx) => {
      for (const { relname } of tables) {
        const rows = await tx
          .selectFrom(relname as "patient")
          .select("clinic_id")
          .execute();
        expect(
          rows.filter(({ clinic_id }) => clinic_id !== heron.clinicId),
          relname,
        ).toEqual([]);
      }
      expect(await tx.selectFrom("patient").selectAll().execute()).toHaveLength(2);
    });
  });

  it("refuses a row for another clinic and changes none of its rows", async () => {
    const { database } = world.app.services;
    const site = { clinic_id: otter.clinicId, id: otter.clinicId, name: "planted", time_zone: "UTC" };
    await expect(
      database.inClinic({ clinicId: heron.clinicId }, (tx) => tx.insertInto("site").values(site).execute()),
    ).rejects.toThrow(/row-level security/);
    const changed = await database.inClinic({ clinicId: heron.clinicId }, (tx) =>
      tx.updateTable("patient").set({ note: "changed" }).where("clinic_id", "=", otter.clinicId).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });

  it("shows a patient's transaction that patient alone", async () => {
    const scope = { clinicId: heron.clinicId, patientId: heron.ownPatientId };
    const rows = await world.app.services.database.inClinic(scope, (tx) =>
      tx.selectFrom("patient").select("id").execute(),
    );
    expect(rows).toEqual([{ id: heron.ownPatientId }]);
  });

  it("gives the request path no owner's rights, at the gate or in a clinic", async () => {
    const { database } = world.app.services;
    await expect(database.atGate((tx) => tx.selectFrom("patient").selectAll().execute())).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      database.inClinic({ clinicId: heron.clinicId }, (tx) => tx.selectFrom("account").selectAll().execute()),
    ).rejects.toThrow(/permission denied/);
  });
});
