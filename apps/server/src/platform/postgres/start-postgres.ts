import { resolve } from "node:path";
import pg from "pg";
import { claimFolder } from "./claim-folder.ts";
import { urlOf } from "./cluster.ts";
import type { PostgresServer } from "./postgres-server.ts";
import { prepareCluster } from "./prepare-cluster.ts";
import { readServer } from "./read-server.ts";
import { superviseCluster } from "./supervise-cluster.ts";

const databaseName = "fibril";

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
  const url = urlOf(cluster, supervisor.port, databaseName);
  try {
    await createDatabase(urlOf(cluster, supervisor.port, "postgres"));
    const claim = errand ? null : await claimFolder(url, dataFolder);
    const { version, durable } = await readServer(url);
    return {
      url,
      engine: "embedded",
      version,
      durable,
      stop: async () => {
        await claim?.release();
        if (errand && supervisor.wasRunning) supervisor.leave();
        else await supervisor.stop();
      },
    };
  } catch (fault) {
    // Another fibril's server goes on; one that we started does not stay behind.
    if (supervisor.wasRunning) supervisor.leave();
    else await supervisor.stop();
    throw fault;
  }
}

/** SQLSTATE of a database that is there already, told by the command or by the catalogue's own index. */
const duplicateDatabase = ["42P04", "23505"];

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } catch (fault) {
    // Another start made it meanwhile.
    if (!duplicateDatabase.includes((fault as { readonly code?: string }).code ?? "")) throw fault;
  } finally {
    await client.end();
  }
}
