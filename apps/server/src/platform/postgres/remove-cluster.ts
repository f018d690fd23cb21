import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { findPostmaster } from "./postmaster.ts";
import { placeOf } from "./prepare-cluster.ts";
import { startPostgres } from "./start-postgres.ts";
import { unprivilegedUser } from "./unprivileged.ts";

/**
 * Deletes the cluster of a data folder, wherever it is, and its secret; before them, once it is known that nobody works on
 * the folder, what else of it goes with the records. @throws PostgresRefusal where another fibril works on it.
 */
export async function removeCluster(dataFolder: string, withIt: readonly string[] = []): Promise<void> {
  const folder = resolve(dataFolder);
  const home = placeOf(folder, unprivilegedUser());
  if (await findPostmaster(join(home, "data"))) {
    // Left behind by a killed process, or somebody's: taking it over tells which.
    const server = await startPostgres({ dataFolder: folder, log: () => undefined });
    await server.stop();
  }
  for (const name of withIt) await rm(join(folder, name), { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
  await rm(join(folder, "postgres-secret"), { force: true });
}
