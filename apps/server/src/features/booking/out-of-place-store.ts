import type { OutOfPlaceView, VisitView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import type { Db } from "../../tables/index.ts";
import { loadStanding, type SiteAvailability } from "./availability-store.ts";
import { refusePlace } from "./refuse-place.ts";
import { listServices, type Service } from "./set-up-store.ts";
import { listVisits, placeOfVisit } from "./visit-store.ts";

/** Booked visits from a day on that could not be booked where they are as the clinic is set up now, with why. */
export async function listOutOfPlace(
  db: Db,
  clinicId: string,
  { from, siteIds }: { readonly from: CalendarDate; readonly siteIds: readonly string[] },
): Promise<OutOfPlaceView[]> {
  const services = await listServices(db, clinicId);
  const found: OutOfPlaceView[] = [];
  for (const siteId of siteIds) {
    const visits = (await listVisits(db, clinicId, { siteId, from })).filter(isStanding);
    const to = (visits.at(-1)?.day ?? from) as CalendarDate;
    const standing = await loadStanding(db, clinicId, { siteId, from, to });
    if (standing) found.push(...visits.flatMap((visit) => outOfPlace(standing, services, visit)));
  }
  return found;
}

function outOfPlace(standing: SiteAvailability, services: readonly Service[], visit: VisitView): OutOfPlaceView[] {
  const service = services.find(({ kind }) => kind === visit.kind);
  const reason = service ? refusePlace(standing, service, placeOfVisit(visit)) : null;
  if (reason === null || reason === "taken") return [];
  return [{ visit, reason, outId: reason === "out-of-service" ? outOf(standing, visit) : null }];
}

/** The room or device that is out of use on the visit's day. */
function outOf({ rooms, devices }: SiteAvailability, { day, ...visit }: VisitView): string | null {
  const used = [visit.prepRoomId, visit.treatmentRoomId, visit.deviceId];
  const isOut = ({ outages }: SiteAvailability["rooms"][number]) =>
    outages.some(([from, to]) => from <= day && day <= to);
  return [...rooms, ...devices].find((thing) => used.includes(thing.id) && isOut(thing))?.id ?? null;
}

function isStanding({ state }: VisitView): boolean {
  return state === "booked" || state === "late";
}
