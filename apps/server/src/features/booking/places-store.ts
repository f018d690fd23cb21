import type { CalendarDate } from "@fibril/kernel";
import { sql } from "kysely";
import type { Db } from "../../tables/index.ts";
import { loadAvailability, type SiteAvailability } from "./availability-store.ts";
import { claimsOf, type Place, startMinuteOf } from "./claim-store.ts";
import type { Service } from "./set-up-store.ts";

interface Asked {
  readonly siteId: string;
  readonly places: readonly Place[];
}

/** What has a say in these places and nothing else: their days and resources. Null for a site of another clinic. */
export async function loadAround(
  db: Db,
  clinicId: string,
  { siteId, places, moving = [] }: Asked & { readonly moving?: readonly string[] },
): Promise<SiteAvailability | null> {
  const days = [...new Set(places.map(({ day }) => day))].sort();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) throw new RangeError("no place was asked about");
  const resourceIds = [...new Set(places.flatMap(resourcesOf))];
  return loadAvailability(db, clinicId, { siteId, from, to, days, resourceIds, moving });
}

function resourcesOf({ practitioner, prepRoom, treatmentRoom, device }: Place): readonly string[] {
  return [practitioner, prepRoom, treatmentRoom, ...(device === null ? [] : [device])];
}

export interface TakenTime {
  readonly resource_id: string;
  readonly day: CalendarDate;
  /** Minutes of wall time `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

/**
 * What is taken at a site of everybody and everything that these places need, on their days: asked before the days are
 * locked, so that whoever comes too late is told without waiting for those before. An expired hold takes nothing. What
 * somebody does at another site is seen later.
 */
export async function listTaken(
  db: Db,
  clinicId: string,
  { siteId, places, now }: Asked & { readonly now: Date },
): Promise<readonly TakenTime[]> {
  const wanted = places.flatMap((place) => resourcesOf(place).map((resourceId) => ({ resourceId, day: place.day })));
  const { rows } = await sql<TakenTime>`
    select claim.resource_id, claim.day, lower(claim.during) as "from", upper(claim.during) as "to"
    from claim
      join unnest(${wanted.map(({ resourceId }) => resourceId)}::uuid[], ${wanted.map(({ day }) => day)}::date[])
        as wanted (resource_id, day) on claim.resource_id = wanted.resource_id and claim.day = wanted.day
      left join hold on hold.clinic_id = claim.clinic_id and hold.id = claim.hold_id
    where claim.clinic_id = ${clinicId} and claim.site_id = ${siteId} and (hold.id is null or hold.expires_at > ${now})
  `.execute(db);
  return rows;
}

/** Whether somebody or something that a place needs is taken for a part of its time. */
export function isTaken(taken: readonly TakenTime[], service: Service, place: Place): boolean {
  return claimsOf(place, service, startMinuteOf(place)).some(({ resourceId, from, to }) =>
    taken.some((one) => one.resource_id === resourceId && one.day === place.day && one.from < to && from < one.to),
  );
}
