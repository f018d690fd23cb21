import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import { readIfThere, writeDurably } from "./durable-files.ts";
import { FileFault } from "./file-vault.ts";
import { keyBytes, seal, unseal } from "./sealing.ts";

const readableByOthers = 0o077;

/**
 * Reads the master key of a folder of files, made at the first start; only its owner may read it.
 * @throws Refusal where it is no key, or is gone while files are there that only it opens, or where others may read it:
 * then it is no secret any more.
 */
export async function readMasterKey(path: string, files: string): Promise<Buffer> {
  if (!existsSync(path) && (await hasClinicKeys(files)))
    throw new Refusal(`${path} is missing, and the photographs can't be opened without it: put it back from a copy`);
  const key = await readOrMake(path, () => randomBytes(keyBytes));
  if (key.length !== keyBytes) throw new Refusal(`${path} is not a master key: photographs could not be opened`);
  const { mode } = await stat(path);
  if (process.platform !== "win32" && (mode & readableByOthers) !== 0)
    throw new Refusal(`${path} can be read by others: make it yours alone (chmod 600) and ask who had it`);
  return key;
}

async function hasClinicKeys(files: string): Promise<boolean> {
  const folder = join(files, clinicKeys);
  return existsSync(folder) && (await readdir(folder)).length > 0;
}

const clinicKeys = "clinic-keys";

/** Finds the key of a clinic: random, kept in the folder sealed by the master key, made when first asked for. */
export function openClinicKeys(folder: string, masterKey: Buffer): (clinicId: string) => Promise<Buffer> {
  return async (clinicId) => {
    if (!/^[\w-]{1,64}$/.test(clinicId)) throw new RangeError("not the id of a clinic");
    const boundTo = `clinic key ${clinicId}`;
    const sealed = await readOrMake(join(folder, clinicKeys, clinicId), () =>
      seal({ key: masterKey, bytes: randomBytes(keyBytes), boundTo }),
    );
    return unseal({ key: masterKey, bytes: sealed, boundTo });
  };
}

/** Two processes that make it at once both come away with the one that was first. */
async function readOrMake(path: string, make: () => Buffer): Promise<Buffer> {
  const existing = await readIfThere(path);
  if (existing !== null) return existing;
  await writeDurably({ path, bytes: make(), existing: "keep" });
  const made = await readIfThere(path);
  if (made === null) throw new FileFault("missing", path);
  return made;
}
