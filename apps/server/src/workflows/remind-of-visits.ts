import { listToRemind, reminderKey, type VisitToRemind } from "../features/booking/reminder-store.ts";
import { siteWords } from "../features/booking/site-words.ts";
import { addressesOf, findSubject } from "../lookups/patient.ts";
import type { AuditEntry } from "../platform/audit/audit.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import { dayAndTime } from "../platform/clock/day-text.ts";
import type { Tx } from "../platform/database/database.ts";
import type { DueWork } from "../platform/jobs/jobs.ts";
import { enqueueMessage } from "../platform/messages/outbox.ts";
import { type DueClinic, inEachClinic } from "./each-clinic.ts";

/** Practice, unsourced: two days leave time to call; whoever was told less than three days ahead knows already. */
const within = { hoursBefore: 48, toldHoursBefore: 72 } as const;

interface Reminding {
  readonly clinic: DueClinic;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Writes once, two days ahead, to whoever has a visit: when, where, with whom, and what to say before they come. */
export const remindOfVisits: DueWork = {
  name: "remind of visits",
  run: ({ database, publicUrl }, now) =>
    inEachClinic(database, now, async (tx, clinic) => {
      const entries: AuditEntry[] = [];
      for (const visit of await listToRemind(tx, clinic.id, { now, ...within }))
        if (await remind(tx, visit, { clinic, publicUrl, now }))
          entries.push({ action: "reminded", noun: "visit", subjectId: visit.id, patientId: visit.patientId });
      return entries;
    }),
};

async function remind(tx: Tx, visit: VisitToRemind, { clinic, publicUrl, now }: Reminding): Promise<boolean> {
  const subject = await findSubject(tx, clinic.id, visit.patientId, civilDay(now, clinic.timeZone));
  if (!subject) throw new Error("a visit without its patient");
  const addresses = addressesOf(subject);
  const call = clinic.phone ? `, or call us: ${clinic.phone}` : "";
  const text = [
    `Your ${whatOf(visit)} is on ${dayAndTime(visit.day, visit.start)} with ${visit.practitionerName}.`,
    `Where: ${siteWords(visit.site)}.`,
    ...(subject.isMinor ? ["A parent or guardian has to come too."] : []),
    `\nHow to prepare is on your own pages: ${publicUrl}/my. If your health or your medicines have changed, or if the time does not suit you, tell us before you come${call}.`,
  ].join("\n");
  for (const [index, to] of addresses.entries()) {
    const message = { kind: "reminder", to, subject: `Your visit at ${clinic.name}`, text, patientId: visit.patientId };
    await enqueueMessage(tx, clinic.id, { ...message, dedupeKey: reminderKey(visit, index) }, now);
  }
  return addresses.length > 0;
}

function whatOf({ kind, ordinal }: VisitToRemind): string {
  if (kind === "session") return ordinal === null ? "session" : `session ${ordinal}`;
  return kind === "review" ? "review visit" : "consultation";
}
