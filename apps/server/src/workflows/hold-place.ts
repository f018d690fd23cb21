import { type CalendarDate, formatMinuteOfDay, parseMinuteOfDay } from "@fibril/kernel";
import { insertClaims, lockDays, type Place, releaseHoldClaims } from "../features/booking/claim-store.ts";
import type { Service } from "../features/booking/set-up-store.ts";
import { zoneOfSite } from "../features/booking/site-zone-store.ts";
import { type Ending, endHold, type Hold, insertHold, type NewHold } from "../features/hold/hold-store.ts";
import type { Tx } from "../platform/database/database.ts";

export interface PlaceToHold extends Omit<NewHold, "place" | "serviceId" | "timeZone"> {
  readonly place: Place;
  readonly service: Service;
}

/** Keeps a place with the claims of a visit; its day must be locked. Throws the constraint's fault where it is taken. */
export async function keepHold(tx: Tx, clinicId: string, hold: PlaceToHold, now: Date): Promise<void> {
  const { place, service, siteId } = hold;
  const timeZone = await zoneOfSite(tx, clinicId, siteId);
  const startMinute = parseMinuteOfDay(place.start) ?? 0;
  await insertHold(tx, clinicId, { ...hold, timeZone, serviceId: service.id, place: { ...place, startMinute } }, now);
  await insertClaims(tx, clinicId, { holdId: hold.id, siteId, timeZone, place, service });
}

/** Gives the place of a hold back, or over to its visit; its day must be locked. False where it has ended already. */
export async function closeHold(
  tx: Tx,
  clinicId: string,
  { hold, ending, now }: { readonly hold: Hold; readonly ending: Ending; readonly now: Date },
): Promise<boolean> {
  await releaseHoldClaims(tx, clinicId, hold.id);
  return endHold(tx, clinicId, { holdId: hold.id, ending, now });
}

export function placeOf(hold: Hold): Place {
  return {
    day: hold.day,
    start: formatMinuteOfDay(hold.start_minute),
    practitioner: hold.practitioner_id,
    prepRoom: hold.prep_room_id,
    treatmentRoom: hold.treatment_room_id,
    device: hold.device_id,
  };
}

/** Locks days of more than one site, site after site by id, so that no two wait for each other. */
export async function lockPlaces(
  tx: Tx,
  clinicId: string,
  places: readonly { readonly siteId: string; readonly day: CalendarDate }[],
  now: Date,
): Promise<void> {
  const sites = [...new Set(places.map(({ siteId }) => siteId))].sort();
  for (const siteId of sites) {
    const days = places.filter((place) => place.siteId === siteId).map(({ day }) => day);
    await lockDays(tx, clinicId, { siteId, days, now });
  }
}
