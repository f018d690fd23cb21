import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "../src/operations/verify-audit.ts";
import { auditHash } from "../src/platform/audit/audit.ts";
import { anchorAudits } from "../src/platform/jobs/anchor-audits.ts";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  await registerOnDay("2027-01-06T08:00:00Z", 4);
  await registerOnDay("2027-01-07T08:00:00Z", 3);
}, 120_000);
afterAll(() => world.close());

/** So many events, the day's anchor after the second of them. */
async function registerOnDay(moment: string, events: number) {
  world.setNow(new Date(moment));
  for (let event = 1; event <= events; event += 1) {
    await ask(world, clinic.tokens["front-desk"], "POST", "/api/patients", registration);
    if (event >= 2) await anchorAudits.run(world.app.services, new Date(moment));
  }
}

async function verdict(folder = world.folder) {
  const [{ events, anchors, fault } = { events: -1, anchors: -1, fault: null }] = await verifyAudit(world.url, folder);
  return { events, anchors, fault };
}

/** As the owner of the database, with the guard taken off; put back as it was afterwards. */
async function whileTampered(tamper: () => Promise<void>, look: () => Promise<void>) {
  await world.query("create table kept_event as table audit_event");
  await world.query("create table kept_head as table audit_head");
  await world.query("alter table audit_event disable trigger user");
  await tamper();
  await look();
  await world.query("truncate audit_event");
  await world.query("insert into audit_event table kept_event");
  await world.query("update audit_head set (sequence, hash) = (select sequence, hash from kept_head)");
  await world.query("alter table audit_event enable trigger user");
  await world.query("drop table kept_event, kept_head");
}

const headOnLastEvent =
  "update audit_head set (sequence, hash) = (select sequence, hash from audit_event order by sequence desc limit 1)";

describe("a day's anchor of the audit", () => {
  it("is kept once, outside the database, for its owner alone to read", async () => {
    const folder = join(world.folder, "audit-anchors", clinic.clinicId);
    expect((await readdir(folder)).sort()).toEqual(["2027-01-06.json", "2027-01-07.json"]);
    expect((await stat(join(folder, "2027-01-06.json"))).mode & 0o777).toBe(0o600);
    expect((await world.app.services.anchors.list(clinic.clinicId)).map(({ sequence }) => sequence)).toEqual([2, 6]);
  });
  it("agrees with a chain that nobody touched", async () =>
    expect(await verdict()).toEqual({ events: 7, anchors: 2, fault: null }));
  it("names the last events that were taken away, which the chain alone can't", () =>
    whileTampered(
      async () => {
        await world.query("delete from audit_event where sequence > 5");
        await world.query(headOnLastEvent);
      },
      async () => {
        expect(await verdict("/nowhere")).toEqual({ events: 5, anchors: 0, fault: null });
        expect(await verdict()).toEqual({ events: 5, anchors: 2, fault: { sequence: 6, what: "anchor-differs" } });
        const shown = await ask(world, clinic.tokens.auditor, "GET", "/api/audit/verdict");
        expect(shown.body.fault).toEqual({ sequence: 6, what: "anchor-differs" });
      },
    ));
  it("names a chain of which nothing is left", () =>
    whileTampered(
      async () => {
        await world.query("truncate audit_event");
        await world.query("delete from audit_head");
        await world.query("insert into audit_head select * from kept_head where false");
      },
      async () => {
        expect((await verdict("/nowhere")).fault).toBeNull();
        expect((await verdict()).fault).toEqual({ sequence: 2, what: "anchor-differs" });
        await world.query("insert into audit_head table kept_head");
      },
    ));
  it("names a chain that was written anew from a changed event on", () =>
    whileTampered(
      async () => {
        const rows = await world.query<Parameters<typeof auditHash>[0]>("select * from audit_event order by sequence");
        let previous: Buffer = Buffer.alloc(32);
        for (const row of rows) {
          const forged = { ...row, actor: row.sequence === 4 ? "somebody else" : row.actor, previous_hash: previous };
          previous = auditHash(forged);
          await world.query("update audit_event set actor = $2, previous_hash = $3, hash = $4 where sequence = $1", [
            row.sequence,
            forged.actor,
            forged.previous_hash,
            previous,
          ]);
        }
        await world.query(headOnLastEvent);
      },
      async () => {
        expect((await verdict("/nowhere")).fault).toBeNull();
        expect((await verdict()).fault).toEqual({ sequence: 6, what: "anchor-differs" });
      },
    ));
});
