import { type CalendarDate, daysBetween } from "@fibril/kernel";
import { insertWeek, listOpenings, listReviewedWeeks } from "../features/emergency-report/store.ts";
import { byWeek, isOver, weekOf } from "../features/emergency-report/week.ts";
import { listAlertAddresses } from "../features/recovery/task-store.ts";
import { type AuditEntry, appendAudit } from "../platform/audit/audit.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import { dayText } from "../platform/clock/day-text.ts";
import type { Tx } from "../platform/database/database.ts";
import type { DueWork } from "../platform/jobs/jobs.ts";
import { enqueueMessage } from "../platform/messages/outbox.ts";

/**
 * A week in which photographs were opened in an emergency is put before the owners when it is over, and again each week
 * until somebody has looked through it.
 */
export const raiseEmergencyWeeks: DueWork = {
  name: "raise emergency weeks",
  run: async ({ database, publicUrl }, now) => {
    const clinics = await database.atGate((tx) => tx.selectFrom("clinic").select(["clinic_id", "time_zone"]).execute());
    for (const { clinic_id: clinicId, time_zone: timeZone } of clinics)
      await database.inClinic({ clinicId }, (tx) => raiseIn(tx, { clinicId, timeZone, publicUrl }, now));
  },
};

interface Clinic {
  readonly clinicId: string;
  readonly timeZone: string;
  readonly publicUrl: string;
}

async function raiseIn(tx: Tx, clinic: Clinic, now: Date): Promise<void> {
  const { clinicId, timeZone } = clinic;
  const today = civilDay(now, timeZone);
  const reviewed = await listReviewedWeeks(tx, clinicId);
  const weeks = byWeek(await listOpenings(tx, clinicId), (openedAt) => weekOf(openedAt, timeZone));
  const open = [...weeks].filter(([week]) => isOver(week, today) && !reviewed.has(week));
  const entries: AuditEntry[] = [];
  for (const [week, uses] of open) {
    if (await insertWeek(tx, clinicId, week, now))
      entries.push({ action: "raised", noun: "emergency week", subjectId: null, detail: { week, uses: uses.length } });
    await tellOwners(tx, clinic, {
      week,
      uses: uses.length,
      weeksSince: Math.floor(daysBetween(week, today) / 7),
      now,
    });
  }
  if (entries.length > 0)
    await appendAudit(tx, clinicId, { actor: { accountId: null, name: "fibril", role: "system" }, entries, now });
}

async function tellOwners(
  tx: Tx,
  { clinicId, publicUrl }: Clinic,
  told: { readonly week: CalendarDate; readonly uses: number; readonly weeksSince: number; readonly now: Date },
): Promise<void> {
  const { week, uses, weeksSince, now } = told;
  const times = uses === 1 ? "once" : `${uses} times`;
  const text = `Photographs were opened in an emergency ${times} in the week of ${dayText(week)}. Please look through it and write down what you found: ${publicUrl}/audit`;
  for (const to of await listAlertAddresses(tx, clinicId, "owner")) {
    const message = { kind: "emergency-week", to, subject: "Photographs opened in an emergency: to review", text };
    await enqueueMessage(tx, clinicId, { ...message, dedupeKey: `emergency week ${week} ${weeksSince} ${to}` }, now);
  }
}
