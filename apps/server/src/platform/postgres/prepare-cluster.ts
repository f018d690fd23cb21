import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyBinaries, findBinaries } from "./binaries.ts";
import type { Cluster } from "./cluster.ts";
import { initCluster } from "./init-cluster.ts";
import { PostgresRefusal } from "./postgres-server.ts";
import { isReachable, type User, unprivilegedUser } from "./unprivileged.ts";

const sharedFolder = "/var/lib/fibril";

/** The cluster of a data folder, made where there is none. Refuses one of another version or another user's. */
export async function prepareCluster(dataFolder: string): Promise<Cluster> {
  const { folder: binaries, version } = await findBinaries();
  const ordinary = unprivilegedUser();
  await mkdir(dataFolder, { recursive: true, mode: 0o755 });
  const home = placeOf(dataFolder, ordinary);
  const secret = await readSecret(dataFolder, hasCluster(home));
  await makeFolder(home);
  const folder = join(home, "data");
  const user = ordinary && ((await ownerOf(folder)) ?? ordinary);
  const isOutOfReach = user !== null && !isReachable(binaries);
  const cluster = {
    binaries: isOutOfReach ? await copyBinaries(binaries, join(sharedFolder, `postgres-${version}`)) : binaries,
    folder,
    logFile: join(home, "postgres.log"),
    secret,
    user,
    portFile: join(home, "port"),
  };
  if (user) await chown(home, user.uid, user.gid);
  if (!hasCluster(home)) {
    refuseLostRecords(dataFolder, folder);
    await initCluster(cluster);
  }
  await refuseOtherVersion(folder, version);
  return cluster;
}

/** Where the cluster of a data folder is or would be: inside it, or where the user that PostgreSQL runs as can reach it. */
export function placeOf(dataFolder: string, user: User | null): string {
  const inside = join(dataFolder, "postgres");
  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 16);
  const shared = join(sharedFolder, name);
  if (user === null || isReachable(dataFolder)) return !hasCluster(inside) && hasCluster(shared) ? shared : inside;
  if (!hasCluster(inside)) return shared;
  throw new PostgresRefusal(
    `as root PostgreSQL runs as a user of its own, which can't reach ${inside}: let others pass (chmod o+x) through every folder above it, or run fibril as the owner of that folder`,
  );
}

export function hasCluster(home: string): boolean {
  return existsSync(join(home, "data", "PG_VERSION"));
}

async function makeFolder(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o711 });
  } catch (fault) {
    throw new PostgresRefusal(
      `the folder ${home} could not be made (${(fault as NodeJS.ErrnoException).code}): name another data folder with --data`,
    );
  }
}

/** A master key is made once records are there to go with it: without them nothing new is begun in their place. */
function refuseLostRecords(dataFolder: string, folder: string): void {
  if (existsSync(join(dataFolder, "master-key")) && !existsSync(folder))
    throw new PostgresRefusal(
      `the records of ${dataFolder} are not in ${folder}: if the folder was moved, move it back; if they are in another PostgreSQL, set DATABASE_URL`,
    );
}

/** Data made by an ordinary user stay that user's when root starts it. */
async function ownerOf(folder: string): Promise<User | null> {
  const found = await stat(folder).catch(() => null);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}

async function refuseOtherVersion(folder: string, version: string): Promise<void> {
  if (!existsSync(join(folder, "PG_VERSION")))
    throw new PostgresRefusal(
      `the data in ${folder} is not whole (PG_VERSION is missing): put it back from a copy, or name another folder with --data`,
    );
  const kept = (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  const ours = version.split(".")[0];
  if (kept !== ours)
    throw new PostgresRefusal(`the data in ${folder} is PostgreSQL ${kept}'s; this fibril brings ${ours}`);
}

/** The owner's password, made once, whole or not at all, for us only to read. Data are never given another one. */
async function readSecret(dataFolder: string, hasData: boolean): Promise<string> {
  const path = join(dataFolder, "postgres-secret");
  try {
    if (!existsSync(path) && !hasData) await makeSecret(path);
    const secret = existsSync(path) ? (await readFile(path, "utf8")).trim() : "";
    if (secret !== "") return secret;
    throw new PostgresRefusal(
      `${path} is missing or empty, and the records can't be opened without it: put it back from a copy of this folder`,
    );
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EROFS" && code !== "EPERM") throw fault;
    throw new PostgresRefusal(
      `the data folder ${dataFolder} can't be used (${code} at ${path}): run fibril as its owner, or name another folder with --data`,
    );
  }
}

async function makeSecret(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, randomBytes(24).toString("base64url"), { mode: 0o600 });
  await link(draft, path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== "EEXIST") throw fault;
  });
  await rm(draft);
}
