import type { FastifyRequest } from "fastify";
import { type AnsweredSecret, isOver } from "../auth/answered-secrets.ts";
import type { Tx } from "../database/database.ts";
import type { FileVault } from "../files/file-vault.ts";
import { type Problem, problem } from "./problem.ts";

export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly secret?: AnsweredSecret | null;
}

interface KeyedRequest {
  readonly clinicId: string;
  readonly accountId: string;
  readonly key: string;
  readonly requestHash: Buffer;
  readonly now: Date;
}

/** The key of a write; null where it is missing, or too short or long to be one. */
export function readKey(header: string | readonly string[] | undefined): string | null {
  return typeof header === "string" && header.length >= 8 && header.length <= 200 ? header : null;
}

/**
 * What makes two requests the same one: method, path and body. A body may hold a password, so that a plain hash of it would
 * let whoever has the database try passwords out as fast as they can count.
 */
export function markRequest(
  { method, url, body }: Pick<FastifyRequest, "method" | "url" | "body">,
  { markOf }: Pick<FileVault, "markOf">,
): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body ?? null));
  return markOf(Buffer.from(`${method} ${url}\n`), bytes);
}

/**
 * Takes the key for this transaction. A second request with it waits for the first to end, then is given the
 * first's answer; where the first was undone the second is the first.
 */
export async function takeKey(tx: Tx, request: KeyedRequest): Promise<KeptAnswer | Problem | null> {
  const taken = await tx
    .insertInto("idempotent_answer")
    .values({
      clinic_id: request.clinicId,
      account_id: request.accountId,
      key: request.key,
      request_hash: request.requestHash,
      created_at: request.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return null;
  const kept = await tx
    .selectFrom("idempotent_answer")
    .selectAll()
    .where("clinic_id", "=", request.clinicId)
    .where("account_id", "=", request.accountId)
    .where("key", "=", request.key)
    .executeTakeFirstOrThrow();
  if (!kept.request_hash.equals(request.requestHash)) return problem("idempotency-key-reused");
  if (isOver(kept, request.now)) return secretIsOver();
  return { status: kept.status ?? 500, body: kept.body };
}

/** The write was done; what it answered is worth nothing any more, and is kept no longer. */
export function secretIsOver(): Problem {
  const detail =
    "This was done before, and what it gave has been used, ended or is over. Do it anew if you need another.";
  return problem("conflict", { detail });
}

export async function keepAnswer(tx: Tx, request: KeyedRequest, answer: KeptAnswer): Promise<void> {
  await tx
    .updateTable("idempotent_answer")
    .set({ status: answer.status, body: JSON.stringify(answer.body ?? null), ...secretColumns(answer) })
    .where("clinic_id", "=", request.clinicId)
    .where("account_id", "=", request.accountId)
    .where("key", "=", request.key)
    .execute();
}

/** What a kept answer's row says of the secret in it. */
export function secretColumns({ secret }: KeptAnswer) {
  return { secret_hash: secret?.hash ?? null, secret_until: secret?.until ?? null };
}
