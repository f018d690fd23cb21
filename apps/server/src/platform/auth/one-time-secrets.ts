import type { ExpressionBuilder } from "kysely";
import type { Db, Tables } from "../../tables/index.ts";
import type { OneTimeSecretRow } from "../../tables/platform.ts";
import { forgetAnswersWith } from "./answered-secrets.ts";
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

/** Only an invitation's link is ever in an answer: every other secret goes to its address alone. */
function isAnswered(purpose: OneTimeSecretRow["purpose"]): boolean {
  return purpose === "invitation";
}

/** A newer secret of the same purpose for the same address ends the older ones of that clinic, and no other's. */
export async function insertSecret(db: Db, given: NewSecret, now: Date): Promise<void> {
  if (given.email !== null) {
    const ended = await db
      .updateTable("one_time_secret")
      .set({ used_at: now })
      .where("email", "=", given.email)
      .where("purpose", "=", given.purpose)
      .where("clinic_id", given.clinicId === null ? "is" : "=", given.clinicId)
      .where("used_at", "is", null)
      .returning("secret_hash")
      .execute();
    if (isAnswered(given.purpose))
      await forgetAnswersWith(
        db,
        ended.map(({ secret_hash }) => secret_hash),
      );
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

/** For so long a write whose answer was lost may use its secret again, under the key that it came with. */
const repeatMinutes = 10;

/** Whose secret it is to use: nobody's yet, or that of the very request which used it just now. */
function usableBy({ key, now }: { readonly key: string | undefined; readonly now: Date }) {
  return ({ and, eb, or }: ExpressionBuilder<Tables, "one_time_secret">) =>
    and([
      eb("expires_at", ">", now),
      or([
        eb("used_at", "is", null),
        ...(key === undefined
          ? []
          : [and([eb("used_key", "=", key), eb("used_at", ">", new Date(now.getTime() - repeatMinutes * 60_000))])]),
      ]),
    ]);
}

/**
 * Uses a secret up; null where it is unknown, used or past its time. Two at once: one wins. With a `key`, a repeat under
 * the same key is given it once more.
 */
export async function useSecret(
  db: Db,
  {
    purpose,
    secret,
    key,
  }: { readonly purpose: OneTimeSecretRow["purpose"]; readonly secret: string; readonly key?: string },
  now: Date,
) {
  const used = await db
    .updateTable("one_time_secret")
    .set({ used_at: now, used_key: key ?? null })
    .where("purpose", "=", purpose)
    .where("secret_hash", "=", hashSecret(secret))
    .where(usableBy({ key, now }))
    .returningAll()
    .executeTakeFirst();
  if (used && isAnswered(purpose)) await forgetAnswersWith(db, [used.secret_hash]);
  return used;
}

/** A six-digit code is guessable, so each wrong one costs one of five tries; a repeat is as {@link useSecret} has it. */
export async function useCode(
  db: Db,
  given: { readonly purpose: CodePurpose; readonly address: string; readonly code: string; readonly key?: string },
  now: Date,
) {
  const { purpose, address, code, key } = given;
  const open = await db
    .selectFrom("one_time_secret")
    .selectAll()
    .where("email", "=", address.toLowerCase())
    .where("purpose", "=", purpose)
    .where("attempts_left", ">", 0)
    .where(usableBy({ key, now }))
    .orderBy("created_at", "desc")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!open) return null;
  const matches = open.secret_hash.equals(hashSecret(code));
  await db
    .updateTable("one_time_secret")
    .set(matches ? { used_at: now, used_key: key ?? null } : { attempts_left: open.attempts_left - 1 })
    .where("id", "=", open.id)
    .execute();
  return matches ? open : null;
}
