import type { Db } from "../../tables/index.ts";
import type { OneTimeSecretRow } from "../../tables/platform.ts";
import { hashSecret } from "./secrets.ts";

type CodePurpose = Extract<OneTimeSecretRow["purpose"], "patient-code" | "booking-code">;

export interface NewSecret {
  readonly id: string;
  readonly purpose: OneTimeSecretRow["purpose"];
  readonly secret: string;
  readonly clinicId: string | null;
  readonly accountId: string | null;
  readonly email: string | null;
  readonly detail?: unknown;
  readonly validMinutes: number;
}

/** A newer secret of the same purpose for the same address ends the older ones. */
export async function insertSecret(db: Db, given: NewSecret, now: Date): Promise<void> {
  if (given.email !== null) {
    await db
      .updateTable("one_time_secret")
      .set({ used_at: now })
      .where("email", "=", given.email)
      .where("purpose", "=", given.purpose)
      .where("used_at", "is", null)
      .execute();
  }
  await db
    .insertInto("one_time_secret")
    .values({
      id: given.id,
      clinic_id: given.clinicId,
      purpose: given.purpose,
      secret_hash: hashSecret(given.secret),
      account_id: given.accountId,
      email: given.email,
      detail: JSON.stringify(given.detail ?? {}),
      created_at: now,
      expires_at: new Date(now.getTime() + given.validMinutes * 60_000),
    })
    .execute();
}

/** Uses a secret up; null where it is unknown, used or past its time. Two at once: one wins. */
export async function useSecret(db: Db, purpose: OneTimeSecretRow["purpose"], secret: string, now: Date) {
  return db
    .updateTable("one_time_secret")
    .set({ used_at: now })
    .where("purpose", "=", purpose)
    .where("secret_hash", "=", hashSecret(secret))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returningAll()
    .executeTakeFirst();
}

/** A six-digit code is guessable, so each wrong one costs one of five tries. */
export async function useCode(
  db: Db,
  { purpose, address, code }: { readonly purpose: CodePurpose; readonly address: string; readonly code: string },
  now: Date,
) {
  const open = await db
    .selectFrom("one_time_secret")
    .selectAll()
    .where("email", "=", address.toLowerCase())
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .where("attempts_left", ">", 0)
    .forUpdate()
    .executeTakeFirst();
  if (!open) return null;
  const matches = open.secret_hash.equals(hashSecret(code));
  await db
    .updateTable("one_time_secret")
    .set(matches ? { used_at: now } : { attempts_left: open.attempts_left - 1 })
    .where("id", "=", open.id)
    .execute();
  return matches ? open : null;
}
