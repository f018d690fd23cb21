import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that holds the lock file of a data folder and lives; null where there is none. */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
  const named = await readLockFile(folder);
  return named && isPostmasterAlive(named.pid, folder) ? named : null;
}

/**
 * Removes lock files, of the folder and of a socket in it, whose process number now belongs to another program, as after
 * a restart of the machine: PostgreSQL itself would refuse to start. The lock files of a live server are never touched.
 */
export async function removeStaleLockFiles(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name === lockFile || socketLockFile.test(name));
  for (const path of names.map((name) => join(folder, name))) {
    const pid = Number((await readIfThere(path)).split("\n")[0]);
    if (pid > 1 && isRunning(pid) && !isPostmasterAlive(pid, folder)) await rm(path, { force: true });
  }
}

/** Whether that process is the server of this folder, and no other program that got its number, and not a dead one that nobody buried. */
export function isPostmasterAlive(pid: number, folder: string): boolean {
  if (!isRunning(pid)) return false;
  // Where the system doesn't tell (outside Linux, or processes of others are hidden) the lock file is believed.
  if (!existsSync(`/proc/${pid}/cmdline`)) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(folder);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code !== "ENOENT" && (fault as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

const shutdown = [
  ["SIGINT", 7_000],
  ["SIGQUIT", 2_500],
] as const;

/** Fast shutdown; where that takes too long at once, which the next start repairs from the log of writes. At most 9.5 s. */
export async function stopPostmaster(pid: number, folder: string): Promise<void> {
  for (const [signal, waitMs] of shutdown) {
    if (!isPostmasterAlive(pid, folder)) return;
    process.kill(pid, signal);
    const until = Date.now() + waitMs;
    while (isPostmasterAlive(pid, folder) && Date.now() < until) await sleep(25);
  }
}

const lockFile = "postmaster.pid";
const socketLockFile = /^\.s\.PGSQL\.\d+\.lock$/;

async function readLockFile(folder: string): Promise<Postmaster | null> {
  const lines = (await readIfThere(join(folder, lockFile))).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 1 && port > 0 ? { pid, port } : null;
}

async function readIfThere(path: string): Promise<string> {
  return readFile(path, "utf8").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return "";
    throw fault;
  });
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}
