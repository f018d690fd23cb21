import { addDays, formatMinuteOfDay, type MinuteOfDay } from "@fibril/kernel";
import { insertVisitEvent } from "../features/booking/visit-store.ts";
import { deriveInstantsAgain, type ShiftedVisit } from "../features/booking/zone-rules-store.ts";
import { appendAudit } from "../platform/audit/audit.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import type { Tx } from "../platform/database/database.ts";
import { newId } from "../platform/ids.ts";
import type { DueWork } from "../platform/jobs/jobs.ts";
import type { Services } from "../platform/services.ts";
import { type ClockedVisit, tellOfClock } from "./tell-of-clock.ts";

/** Governments change their clocks; Node brings the rules with it, so that they are looked at once in its life. */
const looked = new WeakSet<Services>();

/**
 * Visits whose moment is another one by the rules of today: the wall time stays, the instant is derived again, and each
 * of them is told of in its history, in the record of the clinic and in the log. The patient is told once of all theirs.
 */
export const followZoneRules: DueWork = {
  name: "follow the zones' rules",
  run: async (services, now) => {
    if (looked.has(services)) return;
    const clinics = await services.database.atGate((tx) =>
      tx.selectFrom("clinic").select(["clinic_id", "time_zone", "name"]).execute(),
    );
    for (const { clinic_id: clinicId, time_zone: timeZone, name } of clinics) {
      const clinic = { clinicId, timeZone, name, now };
      const shifted = await services.database.inClinic({ clinicId }, (tx) => followIn(tx, clinic));
      for (const visit of shifted)
        services.log("warn", "the clock of a zone moved a visit", { visitId: visit.visitId, ...wordsOf(visit) });
    }
    looked.add(services);
  },
};

interface Clinic {
  readonly clinicId: string;
  readonly timeZone: string;
  readonly name: string;
  readonly now: Date;
}

async function followIn(tx: Tx, clinic: Clinic): Promise<readonly ShiftedVisit[]> {
  const { clinicId, timeZone, name, now } = clinic;
  const shifted = await deriveInstantsAgain(tx, clinicId, addDays(civilDay(now, timeZone), -1));
  for (const visit of shifted) {
    const { visitId, patientId, state } = visit;
    const event = { id: newId(now), visitId, patientId, state, by: "fibril", reason: reasonOf(visit) };
    await insertVisitEvent(tx, clinicId, event, now);
  }
  const because = "The rules of the clock where we are have changed.";
  await tellOfClock(tx, { clinicId, timeZone, clinicName: name, now, because, eventKey: keyOf }, shifted);
  if (shifted.length > 0) {
    const entries = shifted.map((visit) => ({
      action: "shifted with its zone",
      noun: "visit",
      subjectId: visit.visitId,
      patientId: visit.patientId,
      detail: wordsOf(visit),
    }));
    await appendAudit(tx, clinicId, { actor: { accountId: null, name: "fibril", role: "system" }, entries, now });
  }
  return shifted;
}

function keyOf(own: readonly ClockedVisit[]): string {
  return own
    .map(({ visitId, is }) => `${visitId}.${is.toISOString()}`)
    .sort()
    .join(" ");
}

function wordsOf({ day, startMinute, timeZone, was, is, clashes }: ShiftedVisit) {
  const start = formatMinuteOfDay(startMinute as MinuteOfDay);
  return { day, start, timeZone, was: was.toISOString(), is: is.toISOString(), clashes };
}

function reasonOf(visit: ShiftedVisit): string {
  const { start, timeZone, was, is, clashes } = wordsOf(visit);
  const clash = clashes ? " The practitioner is at another site then." : "";
  return `The clock of ${timeZone} changed: ${start} is ${is} now, was ${was}.${clash}`;
}
