import { randomBytes } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

interface Durable {
  readonly path: string;
  readonly bytes: Buffer;
  /** Whether a file that has the name already is replaced or left as it is. */
  readonly existing: "replace" | "keep";
}

/**
 * Writes a file that only its owner may read: aside first, flushed, and only then under its name, so that a crash leaves
 * the whole file or none. Folders on the way are made and flushed too. False where an existing file was kept.
 */
export async function writeDurably({ path, bytes, existing }: Durable): Promise<boolean> {
  const folder = dirname(path);
  const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomBytes(8).toString("hex")}.new`;
  try {
    await writeFlushed(aside, bytes);
    const written = existing === "replace" ? await rename(aside, path).then(() => true) : await linkNew(aside, path);
    await flushFolder(folder);
    if (firstMade) await flushUpTo(folder, dirname(firstMade));
    return written;
  } finally {
    await rm(aside, { force: true });
  }
}

async function writeFlushed(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** False where the name was taken already. */
async function linkNew(from: string, to: string): Promise<boolean> {
  const linked = await unless("EEXIST", async () => {
    await link(from, to);
    return true;
  });
  return linked ?? false;
}

/** A name is safe on the disk only when its folder was flushed. */
export async function flushFolder(folder: string): Promise<void> {
  const directory = await open(folder, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function flushUpTo(folder: string, last: string): Promise<void> {
  for (let at = folder; at !== last; at = dirname(at)) await flushFolder(dirname(at));
}

/** Null where there is no such file. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  return unless("ENOENT", () => readFile(path));
}

/** No names where there is no such folder. */
export async function readFolderIfThere(path: string): Promise<readonly string[]> {
  return (await unless("ENOENT", () => readdir(path))) ?? [];
}

/** False where there was no such file. */
export async function removeIfThere(path: string): Promise<boolean> {
  const removed = await unless("ENOENT", async () => {
    await rm(path);
    return true;
  });
  return removed ?? false;
}

/** Null where it fails for the one expected reason; every other failure is thrown on. */
async function unless<Value>(code: string, act: () => Promise<Value>): Promise<Value | null> {
  try {
    return await act();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === code) return null;
    throw fault;
  }
}
