import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { PostgresRefusal } from "./postgres-server.ts";

const userName = "fibril-postgres";

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL does not run as root: as root we run it as a system user of its own, made where there is none. Null as anybody else. */
export function unprivilegedUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  const existing = findUser();
  if (existing) return existing;
  const shell = "/usr/sbin/nologin";
  const made = spawnSync("useradd", ["--system", "--no-create-home", "--shell", shell, userName], { encoding: "utf8" });
  const user = findUser();
  if (user) return user;
  throw new PostgresRefusal(
    `PostgreSQL can't run as root, and the user ${userName} could not be made (${made.stderr || made.error?.message}): make it, or run fibril as an ordinary user`,
  );
}

function findUser(): User | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${userName}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether somebody else than the owner can pass through every folder up to here: below a 0700 home nobody can. */
export function isReachable(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found && (found.mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
