import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { FileFault } from "./file-vault.ts";

export const keyBytes = 32;
const cipherName = "aes-256-gcm";
const tagBytes = 16;
const nonceBytes = 12;

/** What is sealed and what it is bound to: bytes sealed for one purpose open for no other. */
interface Sealing {
  readonly key: Buffer;
  readonly bytes: Buffer;
  /** Authenticated along with the bytes and not stored. */
  readonly boundTo: string;
}

/** AES-256-GCM: nonce, tag, cipher text. */
export function seal({ key, bytes, boundTo }: Sealing): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(boundTo));
  const sealed = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
}

/** @throws FileFault "tampered" where one bit was changed, or key or purpose are not those it was sealed with. */
export function unseal({ key, bytes, boundTo }: Sealing): Buffer {
  if (bytes.length < nonceBytes + tagBytes) throw new FileFault("tampered", boundTo);
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv(cipherName, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const plain = decipher.update(bytes.subarray(nonceBytes + tagBytes));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new FileFault("tampered", boundTo);
  }
}
