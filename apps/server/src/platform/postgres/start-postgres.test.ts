import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { PostgresRefusal, type PostgresServer } from "./postgres-server.ts";
import { findPostmaster } from "./postmaster.ts";
import { placeOf } from "./prepare-cluster.ts";
import { removeCluster } from "./remove-cluster.ts";
import { startPostgres } from "./start-postgres.ts";
import { unprivilegedUser } from "./unprivileged.ts";

const folders: string[] = [];
const servers: PostgresServer[] = [];

/** A folder with a space in its path that only its owner may enter, as a home is. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fibril supervisor "));
  folders.push(folder);
  return folder;
}

async function start(dataFolder: string, said: string[] = []): Promise<PostgresServer> {
  const server = await startPostgres({ dataFolder, log: (message) => said.push(message) });
  servers.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: string }>(sql);
    return rows[0]?.answer ?? "";
  } finally {
    await client.end();
  }
}

async function askUntilAnswered(url: string, sql: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask(url, sql);
    } catch (fault) {
      if (attempt > 50) throw fault;
      await sleep(200);
    }
  }
}

function dataOf(folder: string): string {
  return join(placeOf(folder, unprivilegedUser()), "data");
}

const asker = "select coalesce(host(inet_client_addr()), 'by its socket') as answer";

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) {
    await removeCluster(folder);
    await rm(folder, { recursive: true, force: true });
  }
});

describe("starting the application's own PostgreSQL", () => {
  it("answers on this machine only, with a password, and keeps what it acknowledged", async () => {
    const folder = await newFolder();
    const first = await start(folder);
    expect(first).toMatchObject({ engine: "embedded", durable: true });
    expect(new URL(first.url).hostname).toBe("127.0.0.1");
    expect(await ask(first.url, asker)).toBe("by its socket");
    await expect(ask(first.url.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow(/password/);
    expect(await ask(first.url, "select current_setting('listen_addresses') as answer")).toBe("127.0.0.1");
    expect((await stat(join(folder, "postgres-secret"))).mode & 0o077).toBe(0);
    await ask(first.url, "create table kept as select 'kept' as answer");
    await first.stop();
    const second = await start(folder);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, "select answer from kept")).toBe("kept");
  });

  it("answers by the network where its folder's path is too long for a socket", async () => {
    const folder = await newFolder();
    await chmod(folder, 0o755);
    const server = await start(join(folder, "a".repeat(100)));
    expect(await ask(server.url, asker)).toBe("127.0.0.1");
  });

  it("refuses a folder that another fibril works on, which goes on undisturbed", async () => {
    const folder = await newFolder();
    const first = await start(folder);
    await expect(start(folder)).rejects.toThrow(`another fibril already runs on ${folder}`);
    expect(await ask(first.url, "select 'still here' as answer")).toBe("still here");
  });

  it("lets an errand work beside a running fibril", async () => {
    const folder = await newFolder();
    const first = await start(folder);
    const errand = await startPostgres({ dataFolder: folder, log: () => undefined, errand: true });
    expect(errand.url).toBe(first.url);
    await errand.stop();
    expect(await ask(first.url, "select 'still here' as answer")).toBe("still here");
  });

  it("starts a killed PostgreSQL again where it was, and holds the claim again", async () => {
    const folder = await newFolder();
    const said: string[] = [];
    const server = await start(folder, said);
    await ask(server.url, "create table kept as select 'kept' as answer");
    const before = await findPostmaster(dataOf(folder));
    process.kill(before?.pid ?? 0, "SIGKILL");
    expect(await askUntilAnswered(server.url, "select answer from kept")).toBe("kept");
    expect(said).toContain("PostgreSQL died: starting it again");
    const claims = "select count(*)::text as answer from pg_locks where locktype = 'advisory'";
    await expect.poll(() => ask(server.url, claims), { timeout: 5_000 }).toBe("1");
    await expect(start(folder)).rejects.toThrow(PostgresRefusal);
  });

  it("starts although the lock files of a dead server name a process that lives", async () => {
    const folder = await newFolder();
    const first = await start(folder);
    const { port } = new URL(first.url);
    await first.stop();
    const stranger = spawn("sleep", ["60"]);
    const lines = [stranger.pid, dataOf(folder), 1_700_000_000, 5499, "", "127.0.0.1", "", "ready"];
    await writeFile(join(dataOf(folder), "postmaster.pid"), `${lines.join("\n")}\n`);
    await writeFile(join(dataOf(folder), `.s.PGSQL.${port}.lock`), `${stranger.pid}\n`);
    try {
      expect(await ask((await start(folder)).url, "select 'up' as answer")).toBe("up");
    } finally {
      stranger.kill();
    }
  });

  it("makes one cluster where two start at the same moment on an empty folder", async () => {
    const folder = await newFolder();
    const outcomes = await Promise.allSettled([start(folder), start(folder)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(PostgresRefusal) });
  });

  it("is not misled by a first start that was cut short", async () => {
    const folder = await newFolder();
    const home = placeOf(folder, unprivilegedUser());
    const stranger = spawn("true");
    await new Promise((ended) => stranger.once("exit", ended));
    await mkdir(join(home, `draft-${stranger.pid}-cut`, "data"), { recursive: true });
    await writeFile(join(home, `draft-${stranger.pid}-cut`, "data", "PG_VERSION"), "18\n");
    expect(await ask((await start(folder)).url, "select 'up' as answer")).toBe("up");
    expect(existsSync(join(home, `draft-${stranger.pid}-cut`))).toBe(false);
  });

  it("says what PostgreSQL said where it does not start, in the words of its log", async () => {
    const folder = await newFolder();
    await (await start(folder)).stop();
    await writeFile(join(dataOf(folder), "postgresql.auto.conf"), "no_such_setting = on\n");
    await expect(start(folder)).rejects.toThrow(/did not start within 10 s: .*no_such_setting/s);
  });

  it.each([
    ["gone", null],
    ["emptied", ""],
  ])("asks for the secret of its records where that is %s, at once, and makes no other", async (_what, text) => {
    const folder = await newFolder();
    await (await start(folder)).stop();
    const secret = join(folder, "postgres-secret");
    const right = await readFile(secret, "utf8");
    await (text === null ? rm(secret) : writeFile(secret, text));
    await expect(start(folder)).rejects.toThrow(/postgres-secret is missing or empty, and the records can't be opened/);
    expect(existsSync(secret)).toBe(text !== null);
    await writeFile(secret, right, { mode: 0o600 });
    expect(await ask((await start(folder)).url, "select 'up' as answer")).toBe("up");
  });

  it("tells a secret that is another folder's at once, and leaves no PostgreSQL behind", async () => {
    const folder = await newFolder();
    await (await start(folder)).stop();
    const secret = join(folder, "postgres-secret");
    const right = await readFile(secret, "utf8");
    await writeFile(secret, "somebody-elses");
    await expect(start(folder)).rejects.toThrow(/belong to another postgres-secret/);
    expect(await findPostmaster(dataOf(folder))).toBe(null);
    await writeFile(secret, right);
  });

  it("says what is missing where its data are not whole, and touches nothing", async () => {
    const folder = await newFolder();
    await (await start(folder)).stop();
    await rm(join(dataOf(folder), "PG_VERSION"));
    await expect(start(folder)).rejects.toThrow(/is not whole \(PG_VERSION is missing\)/);
    await writeFile(join(dataOf(folder), "PG_VERSION"), "18\n");
    expect(await ask((await start(folder)).url, "select 'up' as answer")).toBe("up");
  });

  it("refuses data of another PostgreSQL version by name", async () => {
    const folder = await newFolder();
    await (await start(folder)).stop();
    await writeFile(join(dataOf(folder), "PG_VERSION"), "17\n");
    await expect(start(folder)).rejects.toThrow(/is PostgreSQL 17's; this fibril brings 18/);
    await writeFile(join(dataOf(folder), "PG_VERSION"), "18\n");
  });
});

describe("removing a cluster", () => {
  it("refuses while a fibril works on it, and begins anew afterwards", async () => {
    const folder = await newFolder();
    const server = await start(folder);
    await ask(server.url, "create table kept as select 1");
    await expect(removeCluster(folder)).rejects.toThrow(/another fibril already runs/);
    await server.stop();
    const secret = await readFile(join(folder, "postgres-secret"), "utf8");
    await removeCluster(folder);
    expect(existsSync(dataOf(folder))).toBe(false);
    expect(await ask((await start(folder)).url, "select to_regclass('kept')::text as answer")).toBe("");
    expect(await readFile(join(folder, "postgres-secret"), "utf8")).not.toBe(secret);
  });
});
