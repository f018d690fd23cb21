import { sql } from "kysely";
import type { Db } from "../../tables/index.ts";

export interface WaitingMessage {
  readonly id: string;
  readonly dueAt: Date;
}

/**
 * Messages that wait for an hour of a day on the clinic's clock. One that could not be sent waits for its next try, which
 * is of no clock; nor is what waits for a few seconds to be taken back.
 */
export async function listCheckInMessages(db: Db, clinicId: string): Promise<readonly WaitingMessage[]> {
  return db
    .selectFrom("message")
    .select(["id", "due_at as dueAt"])
    .where("clinic_id", "=", clinicId)
    .where("kind", "=", "check-in")
    .where("sent_at", "is", null)
    .where("cancelled_at", "is", null)
    .where("failures", "=", 0)
    .execute();
}

export async function moveCheckInMessages(db: Db, clinicId: string, waiting: readonly WaitingMessage[]): Promise<void> {
  await sql`
    update message set due_at = moved.due_at
    from unnest(${waiting.map(({ id }) => id)}::uuid[], ${waiting.map(({ dueAt }) => dueAt)}::timestamptz[])
      as moved (id, due_at)
    where message.clinic_id = ${clinicId} and message.id = moved.id and message.sent_at is null`.execute(db);
}
