import { sql } from "kysely";
import type { Db } from "../../tables/index.ts";
import { hashSecret } from "./secrets.ts";

/** Says of an answer which secret it carries, and until when that works; null where only somebody can end it. */
export interface AnsweredSecret {
  readonly hash: Buffer;
  readonly until: Date | null;
}

export function answeredSecret(secret: string, until: Date | null): AnsweredSecret {
  return { hash: hashSecret(secret), until };
}

const kept = ["idempotent_answer", "gate_answer"] as const;
const emptied = { body: null, secret_until: sql<Date>`created_at` };

/** At the gate: secrets that were used up or ended leave the answers that are kept for repeats. */
export async function forgetAnswersWith(db: Db, hashes: readonly Buffer[]): Promise<void> {
  if (hashes.length === 0) return;
  for (const table of kept) await db.updateTable(table).set(emptied).where("secret_hash", "in", hashes).execute();
}

/** At the gate: the same for secrets whose time is over. */
export async function forgetOverAnswers(db: Db, now: Date): Promise<void> {
  for (const table of kept)
    await db
      .updateTable(table)
      .set(emptied)
      .where("secret_hash", "is not", null)
      .where("secret_until", "<=", now)
      .whereRef("secret_until", ">", "created_at")
      .execute();
}

/** Whether the secret of a kept answer is gone, or as good as gone. */
export function isOver(kept: { readonly secret_until: Date | null }, now: Date): boolean {
  return kept.secret_until !== null && kept.secret_until <= now;
}
