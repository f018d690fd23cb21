import type { CalendarDate } from "@fibril/kernel";
import { sql } from "kysely";
import type { Db } from "../../tables/index.ts";
import type { WaitlistOfferRow } from "../../tables/waiting.ts";

export interface NewOffer {
  readonly id: string;
  readonly entryId: string;
  readonly patientId: string;
  readonly holdId: string;
  readonly offeredOn: CalendarDate;
  readonly offeredBy: string;
  readonly expiresAt: Date;
}

export async function insertOffer(db: Db, clinicId: string, offer: NewOffer, now: Date): Promise<void> {
  await db
    .insertInto("waitlist_offer")
    .values({
      clinic_id: clinicId,
      id: offer.id,
      entry_id: offer.entryId,
      patient_id: offer.patientId,
      hold_id: offer.holdId,
      offered_on: offer.offeredOn,
      offered_at: now,
      offered_by: offer.offeredBy,
      expires_at: offer.expiresAt,
      state: "open",
    })
    .execute();
}

function selectOffers(db: Db, clinicId: string) {
  return db
    .selectFrom("waitlist_offer")
    .innerJoin("hold", (join) =>
      join.onRef("hold.clinic_id", "=", "waitlist_offer.clinic_id").onRef("hold.id", "=", "waitlist_offer.hold_id"),
    )
    .innerJoin("service", (join) =>
      join.onRef("service.clinic_id", "=", "hold.clinic_id").onRef("service.id", "=", "hold.service_id"),
    )
    .innerJoin("site", (join) =>
      join.onRef("site.clinic_id", "=", "hold.clinic_id").onRef("site.id", "=", "hold.site_id"),
    )
    .innerJoin("resource", (join) =>
      join.onRef("resource.clinic_id", "=", "hold.clinic_id").onRef("resource.id", "=", "hold.practitioner_id"),
    )
    .selectAll("waitlist_offer")
    .select([
      "hold.day",
      "hold.start_minute",
      "hold.time_zone",
      "site.name as site_name",
      "resource.name as practitioner_name",
    ])
    .select(sql<number>`hold.start_minute + service.prep_minutes + service.treatment_minutes`.as("end_minute"))
    .where("waitlist_offer.clinic_id", "=", clinicId);
}

export type Offer = Awaited<ReturnType<typeof listOffers>>[number];

/** Every offer of some entries, the newest first. */
export async function listOffers(db: Db, clinicId: string, entryIds: readonly string[]) {
  if (entryIds.length === 0) return [];
  return selectOffers(db, clinicId)
    .where("waitlist_offer.entry_id", "in", entryIds)
    .orderBy("waitlist_offer.offered_at", "desc")
    .orderBy("waitlist_offer.id", "desc")
    .execute();
}

export async function listOffersOf(db: Db, clinicId: string, patientId: string): Promise<readonly Offer[]> {
  return selectOffers(db, clinicId)
    .where("waitlist_offer.patient_id", "=", patientId)
    .orderBy("waitlist_offer.offered_at", "desc")
    .limit(20)
    .execute();
}

export async function findOffer(db: Db, clinicId: string, offerId: string): Promise<Offer | undefined> {
  return selectOffers(db, clinicId).where("waitlist_offer.id", "=", offerId).executeTakeFirst();
}

/** Locks the person, so that two offers at once are counted one after the other, and counts those of a day. */
export async function countOffersOn(
  db: Db,
  clinicId: string,
  { patientId, day }: { readonly patientId: string; readonly day: CalendarDate },
): Promise<number> {
  await db
    .selectFrom("patient")
    .select("id")
    .where("clinic_id", "=", clinicId)
    .where("id", "=", patientId)
    .forUpdate()
    .execute();
  const row = await db
    .selectFrom("waitlist_offer")
    .select(sql<number>`count(*)`.as("offers"))
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .where("offered_on", "=", day)
    .executeTakeFirstOrThrow();
  return row.offers;
}

/** The same for many people, without a lock. */
export async function countOffersByPatient(db: Db, clinicId: string, day: CalendarDate) {
  const rows = await db
    .selectFrom("waitlist_offer")
    .select(["patient_id", sql<number>`count(*)`.as("offers")])
    .where("clinic_id", "=", clinicId)
    .where("offered_on", "=", day)
    .groupBy("patient_id")
    .execute();
  return new Map(rows.map(({ patient_id, offers }) => [patient_id, offers]));
}

/** False where it has been answered already. */
export async function closeOffer(
  db: Db,
  clinicId: string,
  answer: {
    readonly offerId: string;
    readonly state: Exclude<WaitlistOfferRow["state"], "open">;
    readonly by: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const result = await db
    .updateTable("waitlist_offer")
    .set({ state: answer.state, answered_at: answer.now, answered_by: answer.by })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", answer.offerId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function listOverdueOffers(db: Db, clinicId: string, now: Date) {
  return db
    .selectFrom("waitlist_offer")
    .select(["id", "hold_id", "patient_id"])
    .where("clinic_id", "=", clinicId)
    .where("state", "=", "open")
    .where("expires_at", "<=", now)
    .execute();
}

/** At the gate: whether the person has pages of their own to answer on. */
export async function hasOwnPages(db: Db, clinicId: string, patientId: string): Promise<boolean> {
  const row = await db
    .selectFrom("membership")
    .select("id")
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
