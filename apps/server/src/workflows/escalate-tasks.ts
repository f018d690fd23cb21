import { listAlertAddresses, listOverdueTasks, markEscalated } from "../features/recovery/store.ts";
import { appendAudit } from "../platform/audit/audit.ts";
import type { Tx } from "../platform/database/database.ts";
import type { DueWork } from "../platform/jobs/jobs.ts";
import { enqueueMessage } from "../platform/messages/outbox.ts";

/** A red flag that nobody acknowledged in time goes to the owners, once. */
export const escalateTasks: DueWork = {
  name: "escalate tasks",
  run: async ({ database }, now) => {
    const clinics = await database.atGate((tx) => tx.selectFrom("clinic").select("clinic_id").execute());
    for (const { clinic_id: clinicId } of clinics)
      await database.inClinic({ clinicId }, (tx) => escalateIn(tx, clinicId, now));
  },
};

async function escalateIn(tx: Tx, clinicId: string, now: Date): Promise<void> {
  const overdue = await listOverdueTasks(tx, clinicId, now);
  if (overdue.length === 0) return;
  const owners = await listAlertAddresses(tx, clinicId, "owner");
  for (const task of overdue) {
    await markEscalated(tx, clinicId, task.id, now);
    for (const to of owners) {
      const text = `Nobody has acknowledged a red flag (${task.urgency}) that was due at ${task.dueAt}. Open fibril and name somebody.`;
      const message = {
        kind: "escalation",
        to,
        subject: `Not acknowledged: ${task.urgency}`,
        text,
        dedupeKey: `escalation ${task.id} ${to}`,
      };
      await enqueueMessage(tx, clinicId, message, now);
    }
  }
  const entries = overdue.map(({ id, patientId }) => ({ action: "escalated", noun: "task", subjectId: id, patientId }));
  await appendAudit(tx, clinicId, { actor: { accountId: null, name: "fibril", role: "system" }, entries, now });
}
