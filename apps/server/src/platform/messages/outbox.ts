import type { Db } from "../../tables/index.ts";
import { newId } from "../ids.ts";

/** A message as it will be sent; who sends it and through what is the deliverer's affair. */
export interface OutgoingMessage {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly patientId?: string | null;
  /** The same key is sent once, however often it is asked for. */
  readonly dedupeKey: string;
  /** Sent at once where left out. */
  readonly dueAt?: Date;
}

/** Puts a message into the outbox in the transaction of the change that it tells of. */
export async function enqueueMessage(db: Db, clinicId: string, message: OutgoingMessage, now: Date): Promise<void> {
  await db
    .insertInto("message")
    .values({
      clinic_id: clinicId,
      id: newId(now),
      patient_id: message.patientId ?? null,
      kind: message.kind,
      to_address: message.to,
      subject: message.subject,
      text: message.text,
      dedupe_key: message.dedupeKey,
      due_at: message.dueAt ?? now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(["clinic_id", "dedupe_key"]).doNothing())
    .execute();
}
