import type { Tx } from "../database/database.ts";
import type { DueWork } from "../jobs/jobs.ts";
import { type Mailbox, UndeliverableMessage } from "../mail/mailbox.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** Hands a message to the outside; throws where it could not. */
export type Deliver = Mailbox["deliver"];

const batch = 50;
const maxFailures = 8;

/**
 * Sends what is due. A message is marked in the transaction that holds its row, so two processes never send the same
 * one; a process that dies between sending and marking sends it once more. What has left keeps neither code nor link; where
 * nothing leaves, somebody hands the message over and needs them still.
 */
export function deliverMessages({ deliver, leaves }: Pick<Mailbox, "deliver" | "leaves">): DueWork {
  return {
    name: "deliver messages",
    run: async ({ database, log }, now) => {
      for (;;) {
        const sent = await database.atGate((tx) => deliverBatch(tx, deliver, { leaves, now, log }));
        if (sent < batch) return;
      }
    },
  };
}

async function deliverBatch(
  tx: Tx,
  deliver: Deliver,
  {
    leaves,
    now,
    log,
  }: {
    readonly leaves: boolean;
    readonly now: Date;
    readonly log: (level: "warn", message: string, detail: Record<string, unknown>) => void;
  },
): Promise<number> {
  const due = await tx
    .selectFrom("message")
    .selectAll()
    .where("sent_at", "is", null)
    .where("cancelled_at", "is", null)
    .where("failures", "<", maxFailures)
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of due) {
    const failure = await attempt(deliver, {
      kind: row.kind,
      to: row.to_address,
      subject: row.subject,
      text: row.text,
    });
    if (failure !== null)
      log("warn", "a message could not be sent", { id: row.id, kind: row.kind, failure: failure.words });
    await tx
      .updateTable("message")
      .set(
        failure === null
          ? { sent_at: now, text: leaves ? withoutSecrets(row.kind, row.text) : row.text }
          : {
              failures: failure.isFinal ? maxFailures : row.failures + 1,
              last_failure: failure.words,
              due_at: later(now, row.failures),
            },
      )
      .where("clinic_id", "=", row.clinic_id)
      .where("id", "=", row.id)
      .execute();
  }
  return due.length;
}

interface Failure {
  readonly words: string;
  /** No mailbox ever takes it, so it is not tried again. */
  readonly isFinal: boolean;
}

async function attempt(deliver: Deliver, message: Parameters<Deliver>[0]): Promise<Failure | null> {
  try {
    await deliver(message);
    return null;
  } catch (fault) {
    const words = fault instanceof Error ? fault.message.slice(0, 500) : "unknown";
    return { words, isFinal: fault instanceof UndeliverableMessage };
  }
}

/** One minute, two, four … after a failure. */
function later(now: Date, failures: number): Date {
  return new Date(now.getTime() + 60_000 * 2 ** failures);
}
