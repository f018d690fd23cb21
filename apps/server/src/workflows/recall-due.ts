import { maintenanceOf } from "@fibril/course";
import { type EndedCourse, listNotRecalled } from "../features/course/maintenance-store.ts";
import { addressesOf, findSubject } from "../lookups/patient.ts";
import type { AuditEntry } from "../platform/audit/audit.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import { dayText } from "../platform/clock/day-text.ts";
import type { Tx } from "../platform/database/database.ts";
import type { DueWork } from "../platform/jobs/jobs.ts";
import { enqueueMessage } from "../platform/messages/outbox.ts";
import { type DueClinic, inEachClinic } from "./each-clinic.ts";
import { permissionToday } from "./permission.ts";

/**
 * Writes once to whoever may come for maintenance, from the first day of the window on: 6 to 12 months after the last
 * session (practice, unsourced). Nobody is asked who said no, goes on with another course, or whom today's verdict on what
 * is known of them keeps from treatment.
 */
export const recallForMaintenance: DueWork = {
  name: "recall for maintenance",
  run: ({ database, publicUrl }, now) =>
    inEachClinic(database, now, async (tx, clinic) => {
      const entries: AuditEntry[] = [];
      for (const course of await listNotRecalled(tx, clinic.id))
        if (await recall(tx, course, { clinic, publicUrl, now }))
          entries.push({ action: "recalled", noun: "course", subjectId: course.id, patientId: course.patientId });
      return entries;
    }),
};

async function recall(
  tx: Tx,
  { id, patientId, lastSession }: EndedCourse,
  { clinic, publicUrl, now }: { readonly clinic: DueClinic; readonly publicUrl: string; readonly now: Date },
): Promise<boolean> {
  const today = civilDay(now, clinic.timeZone);
  const { from, to, state } = maintenanceOf({ lastSession, today, declinedOn: null });
  if (state !== "due") return false;
  const subject = await findSubject(tx, clinic.id, patientId, today);
  if (!subject || !(await permissionToday(tx, clinic.id, { subject, today })).permitted) return false;
  const addresses = addressesOf(subject);
  const call = clinic.phone ? `, or call us: ${clinic.phone}` : "";
  for (const address of addresses) {
    const text = `Your last session was on ${dayText(lastSession)}. Some people have one more between ${dayText(from)} and ${dayText(to)} to maintain what they have; how much it adds is not well known, and whether it is for you is yours to decide together with your practitioner.\n\nIf you would like to talk about it, book a consultation on your own pages: ${publicUrl}/my${call}. If you would rather not be asked, say so with one tap on the same pages, or tell us: we won't ask again.`;
    const message = { kind: "maintenance", to: address, subject: `Maintenance at ${clinic.name}`, text };
    await enqueueMessage(tx, clinic.id, { ...message, patientId, dedupeKey: `maintenance ${id} ${address}` }, now);
  }
  return addresses.length > 0;
}
