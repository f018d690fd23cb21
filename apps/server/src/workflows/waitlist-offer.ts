import { offerMinutes, waitlistRules } from "@fibril/booking";
import type { WaitingStand } from "@fibril/contract";
import { type CalendarDate, ok, parseMinuteOfDay, type Result, refuse } from "@fibril/kernel";
import type { Place } from "../features/booking/claim-store.ts";
import { countOffersOn, insertOffer } from "../features/waitlist/offer-store.ts";
import { civilDay, instantOf } from "../platform/clock/civil-time.ts";
import { type Tx, violates } from "../platform/database/database.ts";
import { keepHold, lockPlaces } from "./hold-place.ts";
import { loadSiteStarts, placeFrom } from "./site-starts.ts";
import { tellOfOffer } from "./waitlist-message.ts";
import type { Offering } from "./waitlist-offering.ts";
import { type Candidate, findPlaceFor, whyNotNow } from "./waitlist-search.ts";

/**
 * Offers the earliest place that fits to one person and keeps it for them; says why not where nothing can be offered.
 * The place is looked at again with its day locked, so what was free a moment ago and is not is passed over.
 */
export async function offerTo(
  tx: Tx,
  candidate: Candidate,
  offering: Offering,
): Promise<Result<{ readonly offerId: string }, WaitingStand>> {
  const { now, clinic, newId, by } = offering;
  const { entry } = candidate;
  const why = whyNotNow(candidate, now);
  if (why) return refuse(why);
  const leadMinutes = offering.byTelephone ? 0 : waitlistRules.leadMinutes;
  const found = await findPlaceFor(tx, clinic.id, { candidate, now, leadMinutes });
  if (!found) return refuse("no-free-time");
  const offeredOn = civilDay(now, clinic.timeZone);
  const patientId = entry.patient_id;
  if ((await countOffersOn(tx, clinic.id, { patientId, day: offeredOn })) >= waitlistRules.offersPerDay)
    return refuse("asked-three-times-today");
  const { place, starts } = found;
  await lockPlaces(tx, clinic.id, [{ siteId: entry.site_id, day: place.day }], now);
  const stillFree = await isStillFree(tx, clinic.id, { candidate, place, now });
  if (!stillFree) return refuse("no-free-time");
  const expiresAt = expiryOf(place, starts.timeZone, now);
  const hold = { id: newId(), purpose: "waitlist-offer", siteId: entry.site_id } as const;
  const kept = { ...hold, place: stillFree, service: starts.service, secretHash: null, visitorHash: null, expiresAt };
  try {
    await keepHold(tx, clinic.id, kept, now);
  } catch (fault) {
    if (violates(fault, "claim_no_overlap", "claim_at_one_site")) throw new PlaceGone();
    throw fault;
  }
  const offer = { id: newId(), entryId: entry.id, patientId, holdId: hold.id, offeredOn, offeredBy: by, expiresAt };
  await insertOffer(tx, clinic.id, offer, now);
  await tellOfOffer(tx, { offerId: offer.id, patientId }, offering);
  return ok({ offerId: offer.id });
}

/** The exclusion constraint spoke: everything of this offer has to be undone. */
export class PlaceGone extends Error {
  constructor() {
    super("the place was taken while it was being offered");
  }
}

async function isStillFree(
  tx: Tx,
  clinicId: string,
  { candidate, place, now }: { readonly candidate: Candidate; readonly place: Place; readonly now: Date },
): Promise<Place | null> {
  const { entry, facts } = candidate;
  const moving = facts.present ? [facts.present.id] : [];
  const range = { siteId: entry.site_id, from: place.day, to: place.day, moving, kind: entry.kind, notBefore: now };
  const starts = await loadSiteStarts(tx, clinicId, range);
  return starts && placeFrom(starts, { day: place.day, start: place.start, practitionerId: place.practitioner });
}

function expiryOf(place: Place, timeZone: string, now: Date): Date {
  const minute = parseMinuteOfDay(place.start) ?? 0;
  const start = instantOf({ day: place.day as CalendarDate, minute, timeZone }).getTime();
  const stands = now.getTime() + offerMinutes((start - now.getTime()) / 60_000) * 60_000;
  return new Date(Math.min(stands, start));
}
