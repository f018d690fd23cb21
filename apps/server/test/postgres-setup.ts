import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../src/platform/database/migrate.ts";
import { readEnvironment } from "../src/platform/env.ts";
import { removeCluster } from "../src/platform/postgres/remove-cluster.ts";
import { startPostgres } from "../src/platform/postgres/start-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

/** One real server for all tests; each takes a copy of one migrated database. `FIBRIL_TEST_DATABASE_URL` names another server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = readEnvironment()["FIBRIL_TEST_DATABASE_URL"];
  const folder = await mkdtemp(join(tmpdir(), "fibril test "));
  const server = given ? null : await startPostgres({ dataFolder: folder, log: () => undefined });
  const url = given ?? server?.url ?? "";
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query("drop database if exists fibril_template with (force)");
  await admin.query("create database fibril_template");
  await admin.end();
  await migrate(withDatabase(url, "fibril_template"));
  project.provide("postgresUrl", url);
  return async () => {
    await server?.stop();
    if (server) await removeCluster(folder);
    await rm(folder, { recursive: true, force: true });
  };
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
