import { type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";
import { loadAvailability } from "../features/booking/availability-store.ts";
import { releaseClaims, releaseHoldClaims } from "../features/booking/claim-store.ts";
import { refusePlace } from "../features/booking/refuse-place.ts";
import { findService } from "../features/booking/set-up-store.ts";
import { insertVisit, insertVisitEvent, moveVisit } from "../features/booking/visit-store.ts";
import { findHold, type Hold } from "../features/hold/hold-store.ts";
import { type Entry, endEntry, findEntry } from "../features/waitlist/entry-store.ts";
import { closeOffer, findOffer, type Offer } from "../features/waitlist/offer-store.ts";
import { addressesOf, findSubject } from "../lookups/patient.ts";
import { dayAndTime } from "../platform/clock/day-text.ts";
import { violates } from "../platform/database/database.ts";
import { type Problem, problem } from "../platform/http/problem.ts";
import type { ClinicAsked } from "../platform/http/route.ts";
import { closeHold, lockPlaces, placeOf } from "./hold-place.ts";
import { type Facts, loadFacts } from "./waitlist-facts.ts";

type Asked = Pick<
  ClinicAsked<undefined, undefined, undefined>,
  "tx" | "clinicId" | "caller" | "now" | "today" | "newId" | "record" | "send"
>;

interface Standing {
  readonly offer: Offer;
  readonly hold: Hold;
  readonly entry: Entry;
  readonly facts: Facts;
}

/** Says yes or no to an offer, in one transaction: the visit, its claims, the offer and the entry, or nothing. */
export async function answerOffer(
  asked: Asked,
  offerId: string,
  answer: "accept" | "decline",
): Promise<Problem | null> {
  const first = await findStanding(asked, offerId);
  if (!("offer" in first)) return first;
  const places = [{ siteId: first.hold.site_id, day: first.hold.day }];
  const { present } = first.facts;
  if (present) places.push({ siteId: present.siteId, day: present.day as CalendarDate });
  await lockPlaces(asked.tx, asked.clinicId, places, asked.now);
  // Who came first has answered by now.
  const standing = await findStanding(asked, offerId);
  if (!("offer" in standing)) return standing;
  return answer === "accept" ? accept(asked, standing) : decline(asked, standing);
}

const answered = {
  accepted: "This offer was taken already.",
  declined: "This offer was turned down already.",
  expired: "The time to take this offer is over: it has gone to the next person.",
  withdrawn: "This offer does not stand any more.",
} as const;

async function findStanding({ tx, clinicId, now, today }: Asked, offerId: string): Promise<Standing | Problem> {
  const offer = await findOffer(tx, clinicId, offerId);
  const entry = offer && (await findEntry(tx, clinicId, offer.entry_id));
  const hold = offer && (await findHold(tx, clinicId, offer.hold_id));
  if (!(offer && entry && hold)) return problem("not-found");
  if (offer.state !== "open") return problem("conflict", { detail: answered[offer.state] });
  if (now >= offer.expires_at) return problem("conflict", { detail: answered.expired });
  if (entry.state !== "waiting" || hold.ended_at !== null) {
    // Somebody answered between the reads of this one.
    const { state } = (await findOffer(tx, clinicId, offerId)) ?? offer;
    return problem("conflict", { detail: answered[state === "open" ? "withdrawn" : state] });
  }
  return { offer, hold, entry, facts: await loadFacts(tx, clinicId, entry, today) };
}

async function accept(asked: Asked, standing: Standing): Promise<Problem | null> {
  const { tx, clinicId, caller, now, newId, record } = asked;
  const { offer, hold, entry, facts } = standing;
  const refused = await refuseHeldPlace(asked, standing);
  if (refused) return refused;
  const { present } = facts;
  const visitId = present?.id ?? newId();
  const failed = await keepVisit(asked, standing, visitId);
  if (failed) return failed;
  const from = present ? `moved from ${present.day} ${present.start}` : "placed";
  const event = { id: newId(), visitId, patientId: entry.patient_id, state: "booked", by: caller.name } as const;
  await insertVisitEvent(tx, clinicId, { ...event, reason: `${from} from the waitlist` }, now);
  await closeHold(tx, clinicId, { hold, ending: { as: "used", visitId }, now });
  await closeOffer(tx, clinicId, { offerId: offer.id, state: "accepted", by: caller.name, now });
  const because = `took the offer of ${offer.day} ${formatMinuteOfDay(offer.start_minute)}`;
  await endEntry(tx, clinicId, { entryId: entry.id, version: entry.version, state: "placed", because, now });
  record({ action: "accepted", noun: "offer", subjectId: offer.id, patientId: entry.patient_id, detail: { visitId } });
  await confirm(asked, { offer, visitId });
  return null;
}

/** The gap, the decision and the calendar may have changed since it was offered. Gives the hold's claims back. */
async function refuseHeldPlace({ tx, clinicId }: Asked, { hold, entry, facts }: Standing): Promise<Problem | null> {
  const { days, present } = facts;
  if (!days.ok || hold.day < days.value.from || hold.day > days.value.to)
    return problem("conflict", { detail: "This time no longer fits between the sessions around it." });
  await releaseHoldClaims(tx, clinicId, hold.id);
  const service = await findService(tx, clinicId, entry.kind);
  const moving = present ? [present.id] : [];
  const range = { siteId: hold.site_id, from: hold.day, to: hold.day, moving };
  const availability = await loadAvailability(tx, clinicId, range);
  const isFree = availability !== null && refusePlace(availability, service, placeOf(hold)) === null;
  return isFree ? null : problem("taken");
}

async function keepVisit(asked: Asked, { hold, entry, facts }: Standing, visitId: string): Promise<Problem | null> {
  const { tx, clinicId, caller, now } = asked;
  const { present } = facts;
  const service = await findService(tx, clinicId, entry.kind);
  const kept = { siteId: hold.site_id, place: placeOf(hold), service };
  try {
    if (present) {
      await releaseClaims(tx, clinicId, [present.id]);
      const isMoved = await moveVisit(tx, clinicId, { visitId, version: present.version, ...kept });
      return isMoved ? null : problem("stale-version", { current: present });
    }
    const { kind, course_id: courseId, ordinal, patient_id: patientId } = entry;
    const visit = { id: visitId, patientId, kind, courseId, ordinal, bookedBy: caller.name };
    await insertVisit(tx, clinicId, { ...visit, ...kept }, now);
    return null;
  } catch (fault) {
    if (violates(fault, "claim_no_overlap", "claim_at_one_site")) return problem("taken");
    if (violates(fault, "visit_of_course")) return problem("conflict", { detail: answered.withdrawn });
    throw fault;
  }
}

async function decline(asked: Asked, { offer, hold, entry }: Standing): Promise<null> {
  const { tx, clinicId, caller, now, record } = asked;
  await closeHold(tx, clinicId, { hold, ending: { as: "released" }, now });
  await closeOffer(tx, clinicId, { offerId: offer.id, state: "declined", by: caller.name, now });
  record({ action: "declined", noun: "offer", subjectId: offer.id, patientId: entry.patient_id });
  return null;
}

async function confirm(
  { send, caller, tx, clinicId, today }: Asked,
  told: { readonly offer: Offer; readonly visitId: string },
) {
  const { offer, visitId } = told;
  const subject = await findSubject(tx, clinicId, offer.patient_id, today);
  for (const to of subject ? addressesOf(subject) : []) {
    await send({
      kind: "visit-booked",
      to,
      subject: `Your visit at ${caller.clinicName}`,
      text: `Your visit is now on ${dayAndTime(offer.day, formatMinuteOfDay(offer.start_minute))}, ${offer.site_name}, with ${offer.practitioner_name}.`,
      patientId: offer.patient_id,
      dedupeKey: `visit ${visitId} offer ${offer.id} ${to}`,
    });
  }
}
