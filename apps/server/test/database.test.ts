import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { together } from "../src/platform/database/together.ts";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let heron: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  heron = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());

describe("a transaction of a request", () => {
  it("is refused where the clinic or the patient is not an id", async () => {
    const { database } = world.app.services;
    const work = async () => "ran";
    await expect(database.inClinic({ clinicId: "x', true); drop table visit; --" }, work)).rejects.toThrow(/not an id/);
    const scope = { clinicId: heron.clinicId, patientId: "' or true" };
    await expect(database.inClinic(scope, work)).rejects.toThrow(/not an id/);
  });

  it("can't write where it only reads", async () => {
    const { database } = world.app.services;
    const scope = { clinicId: heron.clinicId, readOnly: true };
    const write = database.inClinic(scope, (tx) => tx.updateTable("patient").set({ given_name: "Changed" }).execute());
    await expect(write).rejects.toThrow(/read-only transaction/);
  });

  it("sees what was acknowledged a moment ago, over whatever connection it comes", async () => {
    const token = heron.tokens["front-desk"];
    for (let turn = 0; turn < 20; turn++) {
      const familyName = `Turnbull${String.fromCharCode(97 + turn)}`;
      const kept = await ask(world, token, "POST", "/api/patients", { ...registration, familyName, email: null });
      expect(kept.status).toBe(201);
      const read = await ask(world, token, "GET", `/api/patients?q=${familyName}`);
      expect(read.body).toMatchObject({ patients: [{ familyName }] });
    }
  });

  it("never waits for another where all of them ask the gate something at the same time", async () => {
    const { database } = world.app.services;
    const signing = Array.from({ length: 40 }, () =>
      database.inClinic({ clinicId: heron.clinicId }, async (tx) => {
        await tx.selectFrom("patient").select("id").execute();
        return database.atGateBeside((gate) => gate.selectFrom("clinic").select("clinic_id").execute());
      }),
    );
    expect(await Promise.all(signing)).toHaveLength(40);
  });

  it("is not taken up again by a query that comes after its end", async () => {
    const { database } = world.app.services;
    const kept = await database.inClinic({ clinicId: heron.clinicId, readOnly: true }, async (tx) => ({ tx }));
    const late = kept.tx.selectFrom("patient").selectAll().execute();
    await expect(late).rejects.toThrow(/after the end of its transaction/);
  });

  it("keeps nothing of queries asked together of which one fails", async () => {
    const { database } = world.app.services;
    const before = await database.inClinic({ clinicId: heron.clinicId, readOnly: true }, (tx) =>
      tx.selectFrom("patient").selectAll().execute(),
    );
    const work = database.inClinic({ clinicId: heron.clinicId }, (tx) =>
      together(
        tx.updateTable("patient").set({ given_name: "Changed" }).execute(),
        tx.updateTable("patient").set({ birth_date: sql`'not a day'` }).execute(),
        tx.updateTable("patient").set({ family_name: "Changed" }).execute(),
      ),
    );
    await expect(work).rejects.toThrow(/not a day/);
    const after = await database.inClinic({ clinicId: heron.clinicId, readOnly: true }, (tx) =>
      tx.selectFrom("patient").selectAll().execute(),
    );
    expect(after).toEqual(before);
  });

  it("leaves nothing of its scope to the next one on the connection", async () => {
    const { database } = world.app.services;
    const otter = await foundTestClinic(world, "otter");
    const counts = await Promise.all(
      Array.from({ length: 60 }, (_, turn) =>
        database.inClinic({ clinicId: turn % 2 ? heron.clinicId : otter.clinicId, readOnly: true }, async (tx) => {
          const rows = await tx.selectFrom("patient").select("clinic_id").execute();
          return rows.filter(({ clinic_id }) => clinic_id !== (turn % 2 ? heron.clinicId : otter.clinicId)).length;
        }),
      ),
    );
    expect(counts).toEqual(Array.from({ length: 60 }, () => 0));
    const seen = await database.atGate(async (tx) => tx.selectFrom("clinic").select("clinic_id").execute());
    expect(seen.length).toBeGreaterThanOrEqual(2);
  });

  it("goes on where a newer fibril has added a column in the meantime", async () => {
    const { database } = world.app.services;
    const read = () =>
      database.inClinic({ clinicId: heron.clinicId, readOnly: true }, (tx) =>
        tx.selectFrom("patient").selectAll().where("clinic_id", "=", heron.clinicId).execute(),
      );
    for (let turn = 0; turn < 40; turn++) await read();
    const before = (await read()).length;
    await world.query("alter table patient add column added_later text");
    const rows = await read();
    expect(rows.length).toBe(before);
    expect(Object.keys(rows[0] ?? {})).toContain("added_later");
    await world.query("alter table patient drop column added_later");
    expect((await read()).length).toBe(before);
  });
});
