import { mayAskAt, waitlistRules } from "@fibril/booking";
import type { WaitingStand } from "@fibril/contract";
import { addDays, type CalendarDate, formatMinuteOfDay, weekdayOf } from "@fibril/kernel";
import type { Place } from "../features/booking/claim-store.ts";
import type { Entry } from "../features/waitlist/entry-store.ts";
import type { Offer } from "../features/waitlist/offer-store.ts";
import { minuteOfDay } from "../platform/clock/civil-time.ts";
import type { Tx } from "../platform/database/database.ts";
import { loadSiteStarts, placeFrom, type SiteStarts, timesAt } from "./site-starts.ts";
import type { Facts } from "./waitlist-facts.ts";

const quarterHour = 15;
const slotMinutes = 5;

export interface Candidate {
  readonly entry: Entry;
  readonly facts: Facts;
  /** Of this entry, the newest first. */
  readonly offers: readonly Offer[];
  /** To this person, of every entry. */
  readonly offersToday: number;
}

/** Why nothing may be offered, whatever is free; null where something may. */
export function whyNotNow({ facts, offers, offersToday }: Candidate, now: Date): WaitingStand | null {
  if (!facts.days.ok) return facts.days.problem;
  if (offers.some(({ state, expires_at }) => state === "open" && now < expires_at)) return "offer-is-open";
  return offersToday >= waitlistRules.offersPerDay ? "asked-three-times-today" : null;
}

/** The earliest free place that fits an entry; null where there is none. */
export async function findPlaceFor(
  tx: Tx,
  clinicId: string,
  { candidate, now, leadMinutes }: { readonly candidate: Candidate; readonly now: Date; readonly leadMinutes: number },
): Promise<{ readonly place: Place; readonly starts: SiteStarts } | null> {
  const { entry, facts } = candidate;
  if (!facts.days.ok) return null;
  const range = {
    siteId: entry.site_id,
    from: facts.days.value.from,
    to: facts.days.value.to,
    moving: facts.present ? [facts.present.id] : [],
    kind: entry.kind,
    notBefore: new Date(now.getTime() + leadMinutes * 60_000),
  };
  const starts = await loadSiteStarts(tx, clinicId, range);
  const place = starts && earliestPlace(starts, candidate);
  return place ? { place, starts } : null;
}

function earliestPlace(starts: SiteStarts, { entry, offers }: Candidate): Place | null {
  for (let day = starts.from; day <= starts.to; day = addDays(day, 1)) {
    const place = entry.weekdays.includes(weekdayOf(day)) ? placeOn(starts, { day, entry, offers }) : null;
    if (place) return place;
  }
  return null;
}

interface OnDay extends Pick<Candidate, "entry" | "offers"> {
  readonly day: CalendarDate;
}

/** At the quarter hours first; a place that was offered and not taken is not offered again. */
function placeOn(starts: SiteStarts, { day, entry, offers }: OnDay): Place | null {
  const runs = starts
    .on(day)
    .filter(({ practitioner }) => entry.practitioner_id === null || practitioner === entry.practitioner_id);
  const [from, to] = [formatMinuteOfDay(entry.from_minute), formatMinuteOfDay(entry.to_minute)];
  const wasOffered = (time: string) =>
    offers.some((offer) => offer.day === day && formatMinuteOfDay(offer.start_minute) === time);
  const time = [...timesAt(runs, quarterHour), ...timesAt(runs, slotMinutes)].find(
    (at) => from <= at && at < to && !wasOffered(at),
  );
  if (time === undefined) return null;
  return placeFrom(starts, {
    day,
    start: time,
    ...(entry.practitioner_id ? { practitionerId: entry.practitioner_id } : {}),
  });
}

/** Messages leave by day only. */
export function isTimeToAsk(now: Date, timeZone: string): boolean {
  return mayAskAt(minuteOfDay(now, timeZone));
}
