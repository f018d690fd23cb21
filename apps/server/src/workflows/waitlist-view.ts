import type { MyWaitlistOffersView, WaitlistEntryView, WaitlistOfferView } from "@fibril/contract";
import { type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";
import { findSite } from "../features/booking/store.ts";
import { findPatient } from "../features/patient/store.ts";
import { findEntry } from "../features/waitlist/entry-store.ts";
import { listOffersOf, type Offer } from "../features/waitlist/offer-store.ts";
import { addressesOf, findSubject } from "../lookups/patient.ts";
import type { Tx } from "../platform/database/database.ts";
import { nameResources } from "./course-places.ts";
import { loadFacts } from "./waitlist-facts.ts";
import { type Candidate, findPlaceFor, whyNotNow } from "./waitlist-search.ts";

interface Moment {
  readonly now: Date;
  readonly today: CalendarDate;
}

/** One person on the waitlist as the desk sees them: what can be offered now, or why nothing can. */
export async function entryView(
  tx: Tx,
  clinicId: string,
  candidate: Candidate,
  { now, today }: Moment,
): Promise<WaitlistEntryView> {
  const { entry, facts, offers, offersToday } = candidate;
  const patient = await findPatient(tx, clinicId, entry.patient_id);
  const subject = await findSubject(tx, clinicId, entry.patient_id, today);
  const site = await findSite(tx, clinicId, entry.site_id);
  const names = await nameResources(tx, clinicId);
  const why = whyNotNow(candidate, now);
  // Too soon for a message is not too soon for the desk, which calls: the rest of a missed visit, say.
  const found = why ? null : await findPlaceFor(tx, clinicId, { candidate, now, leadMinutes: 0 });
  const [last] = offers;
  return {
    id: entry.id,
    patientId: entry.patient_id,
    patientName: subject?.name ?? "",
    phone: patient?.phone ?? null,
    reach: subject && addressesOf(subject).length > 0 ? "message" : "telephone",
    kind: entry.kind,
    courseId: entry.course_id,
    ordinal: entry.ordinal,
    siteId: entry.site_id,
    siteName: site?.name ?? "",
    from: entry.from_day,
    to: entry.to_day,
    weekdays: [...entry.weekdays],
    fromTime: formatMinuteOfDay(entry.from_minute),
    toTime: formatMinuteOfDay(entry.to_minute),
    practitionerId: entry.practitioner_id,
    practitionerName: entry.practitioner_id ? names(entry.practitioner_id) : null,
    waitingSince: entry.waiting_since.toISOString(),
    addedBy: entry.added_by,
    present: facts.present ? { day: facts.present.day, start: facts.present.start } : null,
    returnsToWindow: facts.returnsToWindow,
    free: found
      ? { day: found.place.day, start: found.place.start, practitionerName: names(found.place.practitioner) }
      : null,
    whyNot: why ?? (found ? null : "no-free-time"),
    lastOffer: last ? offerView(last, now) : null,
    offersToday,
    version: entry.version,
  };
}

/** An offer whose time is over reads as expired, also before the minute job has said so. */
export function offerView(offer: Offer, now: Date): WaitlistOfferView {
  const isOver = offer.state === "open" && now >= offer.expires_at;
  return {
    id: offer.id,
    day: offer.day,
    start: formatMinuteOfDay(offer.start_minute),
    end: formatMinuteOfDay(offer.end_minute),
    timeZone: offer.time_zone,
    siteName: offer.site_name,
    practitionerName: offer.practitioner_name,
    state: isOver ? "expired" : offer.state,
    offeredAt: offer.offered_at.toISOString(),
    expiresAt: offer.expires_at.toISOString(),
    secondsLeft: Math.max(0, Math.floor((offer.expires_at.getTime() - now.getTime()) / 1_000)),
    answeredBy: offer.answered_by,
  };
}

/** A patient's own offers, the newest first. */
export async function myOffersView(
  tx: Tx,
  clinicId: string,
  { patientId, now, today }: Moment & { readonly patientId: string },
): Promise<MyWaitlistOffersView> {
  const offers: MyWaitlistOffersView["offers"] = [];
  for (const offer of await listOffersOf(tx, clinicId, patientId)) {
    const entry = await findEntry(tx, clinicId, offer.entry_id);
    if (!entry) continue;
    const { present } = await loadFacts(tx, clinicId, entry, today);
    const { answeredBy: _answeredBy, ...view } = offerView(offer, now);
    offers.push({
      ...view,
      kind: entry.kind,
      ordinal: entry.ordinal,
      present: present ? { day: present.day, start: present.start } : null,
    });
  }
  return { offers };
}
