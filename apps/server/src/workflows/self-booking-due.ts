import { forgetEnded, listExpired } from "../features/hold/hold-store.ts";
import type { Tx } from "../platform/database/database.ts";
import type { DueWork } from "../platform/jobs/jobs.ts";
import { closeHold, lockPlaces } from "./hold-place.ts";

const dayMs = 86_400_000;

/** Ends the holds whose time is over, so that calendars that look without booking see their places free as well. */
export const endExpiredHolds: DueWork = {
  name: "end expired holds",
  run: async ({ database }, now) => {
    const clinics = await database.atGate((tx) => tx.selectFrom("clinic").select("clinic_id").execute());
    for (const { clinic_id: clinicId } of clinics)
      await database.inClinic({ clinicId }, (tx) => endIn(tx, clinicId, now));
  },
};

async function endIn(tx: Tx, clinicId: string, now: Date): Promise<void> {
  const expired = await listExpired(tx, clinicId, now);
  const places = expired.map(({ site_id, day }) => ({ siteId: site_id, day }));
  await lockPlaces(tx, clinicId, places, now);
  for (const hold of expired) await closeHold(tx, clinicId, { hold, ending: { as: "expired" }, now });
  await forgetEnded(tx, clinicId, new Date(now.getTime() - dayMs));
}
