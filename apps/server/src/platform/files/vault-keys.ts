import { randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readIfThere, writeDurably } from "./durable-files.ts";
import { FileFault } from "./file-vault.ts";
import { keyBytes, seal, unseal } from "./sealing.ts";

const readableByOthers = 0o077;

/**
 * Reads the master key, made at the first start; only its owner may read the file.
 * @throws Error where it is no key, or where others may read it: then it is no secret any more.
 */
export async function readMasterKey(path: string): Promise<Buffer> {
  const key = await readOrMake(path, () => randomBytes(keyBytes));
  if (key.length !== keyBytes) throw new Error(`${path} is not a master key: photographs could not be opened`);
  const { mode } = await stat(path);
  if (process.platform !== "win32" && (mode & readableByOthers) !== 0)
    throw new Error(`${path} can be read by others: make it yours alone (chmod 600) and ask who had it`);
  return key;
}

/** Finds the key of a clinic: random, kept in the folder sealed by the master key, made when first asked for. */
export function openClinicKeys(folder: string, masterKey: Buffer): (clinicId: string) => Promise<Buffer> {
  return async (clinicId) => {
    if (!/^[\w-]{1,64}$/.test(clinicId)) throw new RangeError("not the id of a clinic");
    const boundTo = `clinic key ${clinicId}`;
    const sealed = await readOrMake(join(folder, "clinic-keys", clinicId), () =>
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
