import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { seedDemo } from "../src/demo/seed-demo.ts";
import { createToken } from "../src/operations/create-token.ts";
import { verifyAudit } from "../src/operations/verify-audit.ts";
import { systemClock } from "../src/platform/clock/clock.ts";
import { migrate, refuseUnlessCurrent } from "../src/platform/database/migrate.ts";
import { openLocalFileVault } from "../src/platform/files/local-file-vault.ts";
import { connectPostgres } from "../src/platform/postgres/connect-postgres.ts";
import { refusalOf } from "../src/platform/refusal.ts";
import { withDatabase } from "./postgres-setup.ts";

/** A user of a hosted PostgreSQL: it owns its database and may make roles, and is no superuser. */
const user = `clinic_${randomUUID().slice(0, 8)}`;
let admin: pg.Client;
let folder: string;
let url: string;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  await admin.query(`create role ${user} login createrole password 'secret'`);
  // The roles of other tests' databases stand in the same cluster: whoever made them may hand them on.
  for (const role of ["fibril_nobody", "fibril_app", "fibril_gate"])
    await admin.query(`grant ${role} to ${user} with admin option`);
  folder = await mkdtemp(join(tmpdir(), "fibril own database "));
});
afterAll(async () => {
  await admin.end();
  await rm(folder, { recursive: true, force: true });
});

async function makeDatabase(options = ""): Promise<string> {
  const name = `own_${randomUUID().replaceAll("-", "")}`;
  await admin.query(`create database ${name} owner ${user} ${options}`);
  const made = new URL(withDatabase(inject("postgresUrl"), name));
  made.username = user;
  made.password = "secret";
  return made.href;
}

async function query(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

const refusalFrom = (act: Promise<unknown>) => act.then(() => "not refused", refusalOf);

beforeEach(async () => {
  url = await makeDatabase();
});

describe("a PostgreSQL of the clinic's own", () => {
  it("is used by an ordinary user that owns the database, and holds the whole demo", async () => {
    expect(await connectPostgres(url)).toMatchObject({ engine: "external", durable: true });
    expect((await migrate(url)).length).toBeGreaterThan(10);
    expect(await migrate(url)).toEqual([]);
    const vault = openLocalFileVault(join(folder, "files"), Buffer.alloc(32, 7));
    await seedDemo({ databaseUrl: url, vault, clock: systemClock, log: () => undefined });
    expect(await connectPostgres(url)).toMatchObject({ durable: true });
    const [verdict] = await verifyAudit(url, folder);
    expect(verdict).toMatchObject({ clinic: "Alder Lane Clinic", fault: null });
  }, 180_000);

  it("is left as it is where it belongs to another program", async () => {
    await query("create table invoice (id int)");
    expect(await refusalFrom(migrate(url))).toBe(
      "the database belongs to another program (it has a table invoice): name an empty one",
    );
    await query("create table migration (id int); select id from migration");
    expect(await refusalFrom(migrate(url))).toMatch(/belongs to another program/);
  });

  it("is refused where it can't hold every name", async () => {
    url = await makeDatabase("template template0 encoding 'LATIN1' locale 'C'");
    expect(await refusalFrom(migrate(url))).toBe("the database keeps its text as LATIN1: name one made with UTF8");
  });

  it("is refused in words where its user may do too little", async () => {
    await admin.query(`alter role ${user} nocreaterole`);
    const locked = new URL(url);
    await admin.query(`create role ${user}_weak login password 'secret'`);
    locked.username = `${user}_weak`;
    expect(await refusalFrom(migrate(locked.href))).toMatch(
      /^the database lets its user do too little \(permission denied for schema public\)/,
    );
  });

  it("is refused where a newer version migrated it, or an applied file reads otherwise now", async () => {
    await migrate(url);
    await query("insert into migration (name, sha256) values ('9999_ahead.sql', 'x')");
    expect(await refusalFrom(migrate(url))).toBe(
      "the database was migrated by a newer version of fibril (9999_ahead.sql)",
    );
    await query("delete from migration where name like '9999%'");
    await query("update migration set sha256 = 'x' where name like '0002%'");
    expect(await refusalFrom(migrate(url))).toMatch(/^migration 0002_pathway.sql was changed after it was applied/);
  });

  it("gives no token and no verdict before it has records of this version", async () => {
    expect(await refusalFrom(refuseUnlessCurrent(url))).toBe("there is no clinic here yet: `fibril start` makes one");
    await migrate(url);
    await refuseUnlessCurrent(url);
    const asked = createToken({ databaseUrl: url, role: "owner", name: "script", clinicId: null });
    expect(await refusalFrom(asked)).toMatch(/^there is no clinic yet: the first owner makes it/);
    await query("delete from migration where name = (select max(name) from migration)");
    expect(await refusalFrom(refuseUnlessCurrent(url))).toMatch(/older version of fibril: `fibril migrate`/);
  });
});
