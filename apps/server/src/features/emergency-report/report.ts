import type { EmergencyWeekView } from "@fibril/contract";
import { addDays, type CalendarDate } from "@fibril/kernel";
import type { Caller } from "../../platform/auth/caller.ts";
import type { Db } from "../../tables/index.ts";
import * as store from "./store.ts";
import { byWeek, isOver, weekOf } from "./week.ts";

/** Every week in which photographs were opened in an emergency, the newest first, as this reader may see it. */
export async function readWeeks(db: Db, caller: Caller, today: CalendarDate): Promise<EmergencyWeekView[]> {
  const { clinicId, timeZone } = caller;
  const uses = await store.listUses(db, clinicId);
  if (uses.length === 0) return [];
  const looks = await store.listLooks(db, clinicId);
  const reviews = await store.listReviews(db, clinicId);
  const weeks = byWeek(uses, ({ opened_at }) => weekOf(opened_at, timeZone));
  return [...weeks].map(([week, ofWeek]) => {
    const reviewed = reviews.filter(({ week_starts_on }) => week_starts_on === week);
    return {
      weekStartsOn: week,
      weekEndsOn: addDays(week, 6),
      state: stateOf(isOver(week, today), reviewed.length),
      uses: ofWeek.map((use) => ({
        ...useView(use, caller.role === "auditor"),
        opened: looks
          .filter(({ access_id }) => access_id === use.id)
          .map(({ id, pose, taken_on, looks: times }) => ({
            photographId: id,
            pose,
            takenOn: taken_on,
            looks: times,
          })),
      })),
      reviews: reviewed.map(({ id, reviewer_name, role, note, own_use, reviewed_at }) => ({
        id,
        by: reviewer_name,
        role,
        note,
        ownUse: own_use,
        at: reviewed_at.toISOString(),
      })),
    };
  });
}

function stateOf(isPast: boolean, reviews: number): EmergencyWeekView["state"] {
  if (reviews > 0) return "reviewed";
  return isPast ? "to-review" : "under-way";
}

function useView(use: store.Use, isMasked: boolean) {
  const names = [use.given_name, use.family_name];
  return {
    id: use.id,
    by: use.holder_name,
    patientId: use.patient_id,
    patientNumber: use.number,
    patientName: isMasked ? names.map((name) => `${name.slice(0, 1)}.`).join(" ") : names.join(" "),
    reason: use.reason,
    openedAt: use.opened_at.toISOString(),
    endsAt: use.ends_at.toISOString(),
    minutes: (use.ends_at.getTime() - use.opened_at.getTime()) / 60_000,
  };
}
