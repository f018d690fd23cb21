import { isOver } from "../auth/answered-secrets.ts";
import type { Tx } from "../database/database.ts";
import { type KeptAnswer, secretColumns, secretIsOver } from "./idempotency.ts";
import { type Problem, problem } from "./problem.ts";

interface KeyedAtGate {
  readonly operation: string;
  readonly key: string;
  readonly requestHash: Buffer;
  readonly now: Date;
}

const keptHours = 24;

/** At the gate: answers that nobody asks for again. */
export async function forgetGateAnswers(tx: Tx, now: Date): Promise<void> {
  await tx
    .deleteFrom("gate_answer")
    .where("created_at", "<", new Date(now.getTime() - keptHours * 3_600_000))
    .execute();
}

/**
 * Takes the key for this transaction, as {@link takeKey} does inside a clinic. Only the very same request, its one-time
 * secret and password included, is given the first's answer, so a key that somebody else knows tells them nothing.
 */
export async function takeGateKey(tx: Tx, request: KeyedAtGate): Promise<KeptAnswer | Problem | null> {
  const { operation, key, requestHash, now } = request;
  await forgetGateAnswers(tx, now);
  const taken = await tx
    .insertInto("gate_answer")
    .values({ operation, key, request_hash: requestHash, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return null;
  const kept = await tx
    .selectFrom("gate_answer")
    .selectAll()
    .where("operation", "=", operation)
    .where("key", "=", key)
    .executeTakeFirst();
  if (!kept?.request_hash.equals(requestHash)) return problem("idempotency-key-reused");
  if (isOver(kept, now)) return secretIsOver();
  return { status: kept.status ?? 500, body: kept.body };
}

/** A refusal is not kept: the same request may be right a moment later. */
export async function keepGateAnswer(
  tx: Tx,
  { operation, key }: KeyedAtGate,
  answer: KeptAnswer | null,
): Promise<void> {
  if (answer === null) {
    await tx.deleteFrom("gate_answer").where("operation", "=", operation).where("key", "=", key).execute();
    return;
  }
  await tx
    .updateTable("gate_answer")
    .set({ status: answer.status, body: JSON.stringify(answer.body), ...secretColumns(answer) })
    .where("operation", "=", operation)
    .where("key", "=", key)
    .execute();
}
