import type { CalendarDate } from "@fibril/kernel";
import type { Selectable } from "kysely";
import type { Db } from "../../tables/index.ts";
import type { HoldRow } from "../../tables/waiting.ts";

export type Hold = Selectable<HoldRow>;

export interface NewHold {
  readonly id: string;
  readonly purpose: HoldRow["purpose"];
  readonly siteId: string;
  readonly serviceId: string;
  readonly timeZone: string;
  readonly place: {
    readonly day: CalendarDate;
    readonly startMinute: number;
    readonly practitioner: string;
    readonly prepRoom: string;
    readonly treatmentRoom: string;
    readonly device: string | null;
  };
  readonly secretHash: Buffer | null;
  readonly visitorHash: Buffer | null;
  readonly expiresAt: Date;
}

/** The row alone: its claims are taken where a visit's are. */
export async function insertHold(db: Db, clinicId: string, hold: NewHold, now: Date): Promise<void> {
  const { place } = hold;
  await db
    .insertInto("hold")
    .values({
      clinic_id: clinicId,
      id: hold.id,
      purpose: hold.purpose,
      site_id: hold.siteId,
      service_id: hold.serviceId,
      time_zone: hold.timeZone,
      day: place.day,
      start_minute: place.startMinute,
      practitioner_id: place.practitioner,
      prep_room_id: place.prepRoom,
      treatment_room_id: place.treatmentRoom,
      device_id: place.device,
      secret_hash: hold.secretHash,
      visitor_hash: hold.visitorHash,
      made_at: now,
      expires_at: hold.expiresAt,
    })
    .execute();
}

export async function findHold(db: Db, clinicId: string, holdId: string): Promise<Hold | undefined> {
  return db
    .selectFrom("hold")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", holdId)
    .executeTakeFirst();
}

export async function findHoldBySecret(db: Db, clinicId: string, secretHash: Buffer): Promise<Hold | undefined> {
  return db
    .selectFrom("hold")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("secret_hash", "=", secretHash)
    .executeTakeFirst();
}

/** Whether a hold still keeps its place. At the very moment at which it expires it no longer does. */
export function stands(hold: Pick<Hold, "ended_at" | "expires_at">, now: Date): boolean {
  return hold.ended_at === null && now < hold.expires_at;
}

/**
 * How many visitors' holds stand in the clinic, and how many of them are this visitor's. The clinic's row is locked until
 * the transaction ends, so that two of one visitor at once are counted one after the other.
 */
export async function countStanding(
  db: Db,
  clinicId: string,
  { visitorHash, now }: { readonly visitorHash: Buffer; readonly now: Date },
): Promise<{ readonly clinic: number; readonly visitor: number }> {
  await db.selectFrom("clinic").select("clinic_id").where("clinic_id", "=", clinicId).forUpdate().execute();
  const rows = await db
    .selectFrom("hold")
    .select("visitor_hash")
    .where("clinic_id", "=", clinicId)
    .where("purpose", "=", "self-booking")
    .where("ended_at", "is", null)
    .where("expires_at", ">", now)
    .execute();
  return {
    clinic: rows.length,
    visitor: rows.filter(({ visitor_hash }) => visitor_hash?.equals(visitorHash)).length,
  };
}

export type Ending =
  | { readonly as: "used"; readonly visitId: string }
  | { readonly as: "released" | "expired"; readonly visitId?: undefined };

/** False where it has ended already. */
export async function endHold(
  db: Db,
  clinicId: string,
  { holdId, ending, now }: { readonly holdId: string; readonly ending: Ending; readonly now: Date },
): Promise<boolean> {
  const result = await db
    .updateTable("hold")
    .set({ ended_at: now, ended_as: ending.as, visit_id: ending.visitId ?? null })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", holdId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Holds whose time is over and which nobody has ended yet. */
export async function listExpired(db: Db, clinicId: string, now: Date): Promise<readonly Hold[]> {
  return db
    .selectFrom("hold")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("ended_at", "is", null)
    .where("expires_at", "<=", now)
    .orderBy("site_id")
    .orderBy("day")
    .execute();
}

/** Visitors' holds are of no use a day after they ended; an offer keeps its own. */
export async function forgetEnded(db: Db, clinicId: string, before: Date): Promise<void> {
  await db
    .deleteFrom("hold")
    .where("clinic_id", "=", clinicId)
    .where("purpose", "=", "self-booking")
    .where("ended_at", "<", before)
    .execute();
}
