import { closeOffer, listOverdueOffers } from "../features/waitlist/offer-store.ts";
import { addressesOf, findSubject } from "../lookups/patient.ts";
import { type AuditEntry, appendAudit } from "../platform/audit/audit.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import type { Tx } from "../platform/database/database.ts";
import { newId } from "../platform/ids.ts";
import type { DueWork } from "../platform/jobs/jobs.ts";
import type { Services } from "../platform/services.ts";
import { type DueClinic, listDueClinics, program } from "./each-clinic.ts";
import { candidateOf, listCandidates } from "./waitlist-candidates.ts";
import { offerTo, PlaceGone } from "./waitlist-offer.ts";
import { isTimeToAsk } from "./waitlist-search.ts";

/**
 * Ends offers whose time is over and offers what is free to whoever's turn it is. What was freed, and by what (a
 * cancellation, a move, a closure that was lifted), need not be told: whatever is free now and fits is offered.
 */
export const offerFreedPlaces: DueWork = {
  name: "offer freed places",
  run: async (services, now) => {
    for (const clinic of await listDueClinics(services.database)) {
      await services.database.inClinic({ clinicId: clinic.id }, (tx) => endOverdue(tx, clinic, now));
      if (isTimeToAsk(now, clinic.timeZone)) await offerIn(services, clinic, now);
    }
  },
};

async function endOverdue(tx: Tx, clinic: DueClinic, now: Date): Promise<void> {
  const entries: AuditEntry[] = [];
  for (const { id, patient_id: patientId } of await listOverdueOffers(tx, clinic.id, now)) {
    await closeOffer(tx, clinic.id, { offerId: id, state: "expired", by: program.name, now });
    entries.push({ action: "expired", noun: "offer", subjectId: id, patientId });
  }
  if (entries.length > 0) await appendAudit(tx, clinic.id, { actor: program, entries, now });
}

/** One transaction an offer: the second sees what the first keeps. */
async function offerIn(services: Services, clinic: DueClinic, now: Date): Promise<void> {
  const { database, publicUrl, log } = services;
  const today = civilDay(now, clinic.timeZone);
  const scope = { clinicId: clinic.id };
  const ranked = await database.inClinic({ ...scope, readOnly: true }, (tx) => listCandidates(tx, clinic.id, today));
  for (const { entry } of ranked) {
    try {
      await database.inClinic(scope, async (tx) => {
        const subject = await findSubject(tx, clinic.id, entry.patient_id, today);
        if (!subject || addressesOf(subject).length === 0) return;
        const candidate = await candidateOf(tx, clinic.id, entry, today);
        const offering = { now, newId: () => newId(now), clinic, publicUrl, by: program.name, byTelephone: false };
        const offered = await offerTo(tx, candidate, offering);
        if (!offered.ok) return;
        const told = {
          action: "offered",
          noun: "offer",
          subjectId: offered.value.offerId,
          patientId: entry.patient_id,
        };
        await appendAudit(tx, clinic.id, { actor: program, entries: [told], now });
      });
    } catch (fault) {
      if (!(fault instanceof PlaceGone)) throw fault;
      log("info", "a place was taken while it was being offered", { entry: entry.id });
    }
  }
}
