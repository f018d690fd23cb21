import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { readSettings } from "../src/platform/settings/settings.ts";
import { startApp } from "../src/start-app.ts";
import { withDatabase } from "./postgres-setup.ts";

let databaseUrl: string;
let workingFolder: string;
const name = () => new URL(databaseUrl).pathname.slice(1);

async function asOwner(text: string): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query(text);
  } finally {
    await owner.end();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, "127.0.0.1"), "listening");
  const { port } = probe.address() as AddressInfo;
  await once(probe.close(), "close");
  return port;
}

const settingsOf = async (environment: Readonly<Record<string, string>>, port?: number) =>
  readSettings({ flags: { port: String(port ?? (await freePort())) }, environment, workingFolder });

beforeEach(async () => {
  databaseUrl = withDatabase(inject("postgresUrl"), `t_${randomUUID().replaceAll("-", "")}`);
  workingFolder = await mkdtemp(join(tmpdir(), "fibril start "));
  const admin = new pg.Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  await admin.query(`create database ${name()} template fibril_template`);
  await admin.end();
});
afterEach(() => rm(workingFolder, { recursive: true, force: true }));

describe("starting a clinic", () => {
  it("does not open a demo whose making was cut short: everybody's password in it is known", async () => {
    await asOwner(`update installation set demo_accounts = '"being made"'`);
    const settings = await settingsOf({ DATABASE_URL: databaseUrl });
    await expect(startApp({ settings, log: () => undefined })).rejects.toThrow(/the demo in here was not finished/);
  });

  it("tells how durable the database is once the demo is made, not as it stood while a former one was made", async () => {
    await asOwner(`alter database ${name()} set synchronous_commit = off`);
    const settings = await settingsOf({ DATABASE_URL: databaseUrl });
    const prepare = () => asOwner(`alter database ${name()} reset synchronous_commit`);
    const app = await startApp({ settings, log: () => undefined, prepare });
    const health = await fetch(`${app.url}/api/health`).then((answer) => answer.json());
    await app.stop();
    expect(health).toMatchObject({ status: "ok", database: { engine: "external", durable: true } });
  });

  it("makes nothing where the port that was asked for by name is taken", async () => {
    const other = createServer();
    await once(other.listen(0, "127.0.0.1"), "listening");
    const { port } = other.address() as AddressInfo;
    const settings = await settingsOf({}, port);
    await expect(startApp({ settings, log: () => undefined })).rejects.toThrow(`port ${port} is taken`);
    other.close();
    expect(existsSync(join(workingFolder, ".fibril"))).toBe(false);
  });

  it("says by name that an address is not this machine's", async () => {
    const settings = readSettings({
      flags: { host: "192.0.2.7" },
      environment: { DATABASE_URL: databaseUrl },
      workingFolder,
    });
    await expect(startApp({ settings, log: () => undefined })).rejects.toThrow(
      "host: 192.0.2.7 is no address of this machine to listen on (EADDRNOTAVAIL)",
    );
  });
});
