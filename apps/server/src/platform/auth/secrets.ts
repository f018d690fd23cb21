import { createHash, randomBytes, randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** An opaque secret for a cookie, a link or a token; 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Six digits for a person to type; only ever stored hashed, with few attempts. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** Secrets of 256 bits need no slow hash: nobody can guess them. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** argon2id with the parameters that OWASP names as its minimum (19 MiB, 2 passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

const nobodysHash = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$8gk7rtDfGsWUQ1wQC0JiW0lQF1Q0x1pXb0pB9m1XJ0g";

/** Takes as long for an unknown account as for a known one. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodysHash, password);
  return passwordHash !== null && matches;
}
