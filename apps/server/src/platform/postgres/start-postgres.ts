import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { copyBinaries, findBinaries } from "./binaries.ts";
import { type Cluster, urlOf } from "./cluster.ts";
import { initCluster } from "./init-cluster.ts";
import { PostgresRefusal, type PostgresServer } from "./postgres-server.ts";
import { readServer } from "./read-server.ts";
import { superviseCluster } from "./supervise-cluster.ts";
import { isReachable, unprivilegedUser } from "./unprivileged.ts";

const databaseName = "fibril";
const sharedFolder = "/var/lib/fibril";

export interface StartOptions {
  readonly dataFolder: string;
  readonly log: (message: string) => void;
  /** For a short errand beside a running fibril: takes no claim on the folder, and stops only what it started itself. */
  readonly errand?: boolean;
}

/**
 * Starts the application's own PostgreSQL on its data folder, or takes over one that a killed process left running.
 * Refuses a folder that another fibril works on. Where it is killed it is started again until `stop`.
 */
export async function startPostgres({ dataFolder, log, errand = false }: StartOptions): Promise<PostgresServer> {
  const cluster = await prepareCluster(resolve(dataFolder));
  const supervisor = await superviseCluster(cluster, log);
  try {
    await createDatabase(cluster, supervisor.port());
    const release = errand ? async () => undefined : await claimFolder(cluster, supervisor.port(), dataFolder);
    const url = urlOf(cluster, supervisor.port(), databaseName);
    const { version, durable } = await readServer(url);
    return {
      url,
      engine: "embedded",
      version,
      durable,
      stop: async () => {
        await release();
        if (errand && supervisor.wasRunning) supervisor.leave();
        else await supervisor.stop();
      },
    };
  } catch (fault) {
    // Another fibril's server goes on; one that only we use does not stay behind.
    if (!(fault instanceof PostgresRefusal)) await supervisor.stop();
    else supervisor.leave();
    throw fault;
  }
}

async function prepareCluster(dataFolder: string): Promise<Cluster> {
  const binaries = await findBinaries();
  const user = unprivilegedUser();
  await mkdir(dataFolder, { recursive: true, mode: 0o755 });
  const secret = await readSecret(join(dataFolder, "postgres-secret"));
  const hidden = user !== null && !isReachable(dataFolder);
  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 16);
  const home = hidden ? join(sharedFolder, name) : join(dataFolder, "postgres");
  await mkdir(home, { recursive: true, mode: 0o711 });
  const folder =
    user !== null && !isReachable(binaries.folder)
      ? await copyBinaries(binaries.folder, join(sharedFolder, `postgres-${binaries.version}`))
      : binaries.folder;
  const cluster = {
    binaries: folder,
    folder: join(home, "data"),
    logFile: join(home, "postgres.log"),
    secret,
    user,
    portFile: join(home, "port"),
  };
  if (user) await chown(home, user.uid, user.gid);
  if (!existsSync(join(cluster.folder, "PG_VERSION"))) await initCluster(cluster);
  await refuseOtherVersion(cluster, binaries.version);
  return cluster;
}

async function refuseOtherVersion({ folder }: Cluster, version: string): Promise<void> {
  const kept = (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  const ours = version.split(".")[0];
  if (kept !== ours)
    throw new PostgresRefusal(`the data in ${folder} is PostgreSQL ${kept}'s; this fibril brings ${ours}`);
}

async function readSecret(path: string): Promise<string> {
  if (!existsSync(path)) await writeFile(path, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  await chmod(path, 0o600);
  return (await readFile(path, "utf8")).trim();
}

async function createDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, "postgres") });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

const claimKey = 741_026;
const claimTries = 20;

/** One fibril works on a data folder: a lock that lives as long as its connection, and so never outlives a killed process. */
async function claimFolder(cluster: Cluster, port: number, dataFolder: string): Promise<() => Promise<void>> {
  let released = false;
  let client = await claim();
  return async () => {
    released = true;
    await client.end().catch(() => undefined);
  };

  async function claim(): Promise<pg.Client> {
    for (let attempt = 1; ; attempt++) {
      const candidate = new pg.Client({ connectionString: urlOf(cluster, port, databaseName), keepAlive: true });
      candidate.on("error", () => void reclaim());
      await candidate.connect();
      const { rows } = await candidate.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [claimKey]);
      if (rows[0]?.got) return candidate;
      await candidate.end();
      if (attempt >= claimTries)
        throw new PostgresRefusal(
          `another fibril already runs on ${dataFolder}: stop it first, or name another folder with --data`,
        );
      await new Promise((wake) => setTimeout(wake, 150));
    }
  }

  /** The server was killed and is being started again: take the lock again once it answers. */
  async function reclaim(): Promise<void> {
    for (let attempt = 0; attempt < 100 && !released; attempt++) {
      await new Promise((wake) => setTimeout(wake, 200));
      try {
        client = await claim();
        return;
      } catch (fault) {
        if (fault instanceof PostgresRefusal) throw fault;
      }
    }
  }
}
