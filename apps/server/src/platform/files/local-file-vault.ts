import { createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { flushFolder, readFolderIfThere, readIfThere, removeIfThere, writeDurably } from "./durable-files.ts";
import { FileFault, type FileOnDisk, type FileVault, type KeptFile } from "./file-vault.ts";
import { keyBytes, seal, unseal } from "./sealing.ts";
import { openClinicKeys } from "./vault-keys.ts";

export { readMasterKey } from "./vault-keys.ts";

/**
 * Keeps files below a folder. Each is encrypted with a random key of its own (AES-256-GCM), which the clinic's key
 * wraps, which the master key wraps. Clinic and file id are authenticated along with the bytes, so that no two files can
 * be swapped, nor one given to another clinic. Files are named by random ids and flushed before they are acknowledged.
 */
export function openLocalFileVault(folder: string, masterKey: Buffer): FileVault {
  const clinicKey = openClinicKeys(folder, masterKey);
  const markKey = Buffer.from(hkdfSync("sha256", masterKey, "", "marks", keyBytes));
  const unwrapKey = async (clinicId: string, { fileId, wrappedKey }: KeptFile) =>
    unseal({
      key: await clinicKey(clinicId),
      bytes: Buffer.from(wrappedKey, "base64"),
      boundTo: keyPurpose(clinicId, fileId),
    });
  const pathOf = (fileId: string) => join(folder, fileId.slice(0, 2), fileId);
  return {
    put: async (clinicId, bytes) => {
      const fileId = randomBytes(16).toString("hex");
      const key = randomBytes(keyBytes);
      const wrappedKey = seal({ key: await clinicKey(clinicId), bytes: key, boundTo: keyPurpose(clinicId, fileId) });
      const sealed = seal({ key, bytes, boundTo: filePurpose(clinicId, fileId) });
      await writeDurably({ path: pathOf(fileId), bytes: sealed, existing: "replace" });
      return {
        fileId,
        wrappedKey: wrappedKey.toString("base64"),
        sha256: createHash("sha256").update(bytes).digest("hex"),
        sizeBytes: bytes.length,
      };
    },
    get: async (clinicId, file) => {
      const fileId = ownId(file);
      const key = await unwrapKey(clinicId, file);
      const sealed = await readIfThere(pathOf(fileId));
      if (sealed === null) throw new FileFault("missing", filePurpose(clinicId, fileId));
      return unseal({ key, bytes: sealed, boundTo: filePurpose(clinicId, fileId) });
    },
    destroy: async (clinicId, file) => {
      const path = pathOf(ownId(file));
      // Only the clinic whose file it is can unwrap its key.
      await unwrapKey(clinicId, file);
      if (await removeIfThere(path)) await flushFolder(dirname(path));
    },
    list: () => listFiles(folder),
    discard: async (fileId) => {
      const path = pathOf(checkedId(fileId));
      if (await removeIfThere(path)) await flushFolder(dirname(path));
    },
    markOf: (...bytes) => {
      const mark = createHmac("sha256", markKey);
      for (const part of bytes) mark.update(part);
      return mark.digest();
    },
  };
}

/** Keys and what a crash left half-written have other names, so they are never among the files. */
async function listFiles(folder: string): Promise<readonly FileOnDisk[]> {
  const found: FileOnDisk[] = [];
  for (const prefix of await namesIn(folder, /^[0-9a-f]{2}$/)) {
    for (const fileId of await namesIn(join(folder, prefix), fileIdForm)) {
      const { mtime } = await stat(join(folder, prefix, fileId));
      found.push({ fileId, writtenAt: mtime });
    }
  }
  return found;
}

async function namesIn(folder: string, form: RegExp): Promise<readonly string[]> {
  const names = await readFolderIfThere(folder);
  return names.filter((name) => form.test(name));
}

function filePurpose(clinicId: string, fileId: string): string {
  return `file ${clinicId}/${fileId}`;
}

function keyPurpose(clinicId: string, fileId: string): string {
  return `key of file ${clinicId}/${fileId}`;
}

/** An id of ours and nothing else: no path ever comes from outside. */
function ownId({ fileId }: KeptFile): string {
  return checkedId(fileId);
}

const fileIdForm = /^[0-9a-f]{32}$/;

function checkedId(fileId: string): string {
  if (!fileIdForm.test(fileId)) throw new RangeError("not the id of a kept file");
  return fileId;
}
