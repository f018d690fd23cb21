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

/**
 * Whether a place is taken as things stand: asked before the days are locked, so that whoever comes too late is told
 * without waiting for those before. An expired hold takes nothing. What somebody does at another site is seen later.
 */
export async function isTaken(
  db: Db,
  clinicId: string,
  { siteId, service, places, now }: Asked & { readonly service: Service; readonly now: Date },
): Promise<boolean> {
  const wanted = places.flatMap((place) =>
    claimsOf(place, service, startMinuteOf(place)).map((claim) => ({ ...claim, day: place.day })),
  );
  const { rows } = await sql<{ taken: boolean }>`
    select exists (
      select from claim
        join unnest(${wanted.map(({ resourceId }) => resourceId)}::uuid[], ${wanted.map(({ day }): CalendarDate => day)}::date[],
          ${wanted.map(({ from, to }) => `[${from},${to})`)}::int4range[]) as wanted (resource_id, day, during)
          on claim.resource_id = wanted.resource_id and claim.day = wanted.day and claim.during && wanted.during
        left join hold on hold.clinic_id = claim.clinic_id and hold.id = claim.hold_id
      where claim.clinic_id = ${clinicId} and claim.site_id = ${siteId} and (hold.id is null or hold.expires_at > ${now})
    ) as taken
  `.execute(db);
  return rows[0]?.taken ?? false;
}
