import { type CalendarDate, formatMinuteOfDay, type MinuteOfDay } from "@fibril/kernel";
import { addressesOf, findSubject } from "../lookups/patient.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import { dayAndTime } from "../platform/clock/day-text.ts";
import type { Tx } from "../platform/database/database.ts";
import { enqueueMessage } from "../platform/messages/outbox.ts";

export interface Teller {
  readonly clinicId: string;
  readonly timeZone: string;
  readonly clinicName: string;
  readonly now: Date;
  /** What happened, as the first sentence. */
  readonly because: string;
  /** The same event is told once, however often it is looked at. */
  readonly eventKey: (own: readonly ClockedVisit[]) => string;
}

/** A visit whose wall time is as it was, and whose moment is another. */
export interface ClockedVisit {
  readonly visitId: string;
  readonly patientId: string;
  readonly day: CalendarDate;
  readonly startMinute: number;
  readonly timeZone: string;
  readonly is: Date;
}

/** Their visits keep the time on the clinic's clock; a calendar of their own may show another one. Each is told once of all. */
export async function tellOfClock(tx: Tx, teller: Teller, visits: readonly ClockedVisit[]): Promise<void> {
  for (const patientId of new Set(visits.map((visit) => visit.patientId)))
    await tellPatient(tx, teller, { patientId, own: visits.filter((visit) => visit.patientId === patientId) });
}

async function tellPatient(
  tx: Tx,
  { clinicId, timeZone, clinicName, now, because, eventKey }: Teller,
  { patientId, own }: { readonly patientId: string; readonly own: readonly ClockedVisit[] },
): Promise<void> {
  const subject = await findSubject(tx, clinicId, patientId, civilDay(now, timeZone));
  if (!subject) return;
  const times = own.map((visit) => {
    const start = formatMinuteOfDay(visit.startMinute as MinuteOfDay);
    return `${dayAndTime(visit.day, start)}, time of ${visit.timeZone}`;
  });
  for (const to of addressesOf(subject)) {
    const message = {
      kind: "clock-changed",
      to,
      subject: `The time of your visit at ${clinicName}`,
      text: `${because} Please come at the time that we agreed, on our clock:\n${times.join("\n")}\n\nA calendar on your telephone or computer may show another time: the time above is the one that counts. If it does not suit you, call us or look at your own pages.`,
      patientId: subject.id,
      dedupeKey: `clock ${eventKey(own)} ${to}`,
    };
    await enqueueMessage(tx, clinicId, message, now);
  }
}
