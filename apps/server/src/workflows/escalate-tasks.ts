import { listAlertAddresses, listOverdueTasks, markEscalated } from "../features/recovery/task-store.ts";
import { urgencyWords } from "../lookups/task-words.ts";
import { appendAudit } from "../platform/audit/audit.ts";
import { instantText } from "../platform/clock/day-text.ts";
import type { Tx } from "../platform/database/database.ts";
import type { DueWork } from "../platform/jobs/jobs.ts";
import { enqueueMessage } from "../platform/messages/outbox.ts";

const whatItIs = { "red-flag": "a red flag", "rule-change": "a plan that a changed rule touches" } as const;

/** A red flag that nobody acknowledged in time goes to the owners, once. */
export const escalateTasks: DueWork = {
  name: "escalate tasks",
  run: async ({ database, publicUrl }, now) => {
    const clinics = await database.atGate((tx) => tx.selectFrom("clinic").select(["clinic_id", "time_zone"]).execute());
    for (const { clinic_id: clinicId, time_zone: timeZone } of clinics)
      await database.inClinic({ clinicId }, (tx) => escalateIn(tx, { clinicId, timeZone, publicUrl }, now));
  },
};

interface Clinic {
  readonly clinicId: string;
  readonly timeZone: string;
  readonly publicUrl: string;
}

async function escalateIn(tx: Tx, { clinicId, timeZone, publicUrl }: Clinic, now: Date): Promise<void> {
  const overdue = await listOverdueTasks(tx, clinicId, now);
  if (overdue.length === 0) return;
  const owners = await listAlertAddresses(tx, clinicId, "owner");
  for (const task of overdue) {
    await markEscalated(tx, clinicId, task.id, now);
    for (const to of owners) {
      const due = instantText(new Date(task.dueAt), timeZone);
      const urgency = urgencyWords[task.urgency];
      const text = `Nobody has looked at ${whatItIs[task.kind]} (${urgency.toLowerCase()}) that was due by ${due}. Look at it now, or send somebody, and say what was done: ${publicUrl}/tasks`;
      const message = {
        kind: "escalation",
        to,
        subject: `Nobody has looked yet: ${urgency.toLowerCase()}`,
        text,
        dedupeKey: `escalation ${task.id} ${to}`,
      };
      await enqueueMessage(tx, clinicId, message, now);
    }
  }
  const entries = overdue.map(({ id, patientId }) => ({ action: "escalated", noun: "task", subjectId: id, patientId }));
  await appendAudit(tx, clinicId, { actor: { accountId: null, name: "fibril", role: "system" }, entries, now });
}
