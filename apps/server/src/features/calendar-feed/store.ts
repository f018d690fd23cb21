import { type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";
import { forgetAnswersWith } from "../../platform/auth/answered-secrets.ts";
import { hashSecret } from "../../platform/auth/secrets.ts";
import { instantOf } from "../../platform/clock/civil-time.ts";
import type { Db } from "../../tables/index.ts";
import type { FeedEvent } from "./write-calendar.ts";

interface Member {
  readonly clinicId: string;
  readonly membershipId: string;
}

/** The feed that this person has now; at the gate. */
export async function findFeedOf(db: Db, { clinicId, membershipId }: Member) {
  return db
    .selectFrom("calendar_feed")
    .select(["id", "created_at", "last_read_at"])
    .where("clinic_id", "=", clinicId)
    .where("membership_id", "=", membershipId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
}

export async function revokeFeedsOf(db: Db, { clinicId, membershipId }: Member, now: Date): Promise<boolean> {
  const revoked = await db
    .updateTable("calendar_feed")
    .set({ revoked_at: now })
    .where("clinic_id", "=", clinicId)
    .where("membership_id", "=", membershipId)
    .where("revoked_at", "is", null)
    .returning("token_hash")
    .execute();
  await forgetAnswersWith(
    db,
    revoked.map(({ token_hash }) => token_hash),
  );
  return revoked.length > 0;
}

export async function insertFeed(
  db: Db,
  { clinicId, membershipId }: Member,
  { id, secret }: { readonly id: string; readonly secret: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto("calendar_feed")
    .values({
      token_hash: hashSecret(secret),
      id,
      clinic_id: clinicId,
      membership_id: membershipId,
      created_at: now,
    })
    .execute();
}

const hourMs = 3_600_000;

/** Whose feed a secret opens, or null where it is unknown, revoked, or its member's place has ended; at the gate. */
export async function findFeedBySecret(db: Db, secret: string, now: Date): Promise<Member | null> {
  const tokenHash = hashSecret(secret);
  const row = await db
    .selectFrom("calendar_feed")
    .innerJoin("membership", (join) =>
      join
        .onRef("membership.clinic_id", "=", "calendar_feed.clinic_id")
        .onRef("membership.id", "=", "calendar_feed.membership_id"),
    )
    .innerJoin("account", "account.id", "membership.account_id")
    .select(["calendar_feed.clinic_id", "calendar_feed.membership_id", "calendar_feed.last_read_at"])
    .where("calendar_feed.token_hash", "=", tokenHash)
    .where("calendar_feed.revoked_at", "is", null)
    .where("membership.ended_at", "is", null)
    .where("account.disabled_at", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  if (row.last_read_at === null || now.getTime() - row.last_read_at.getTime() > hourMs)
    await db.updateTable("calendar_feed").set({ last_read_at: now }).where("token_hash", "=", tokenHash).execute();
  return { clinicId: row.clinic_id, membershipId: row.membership_id };
}

/** The practitioner whose visits a member has; inside the clinic. */
export async function findPractitionerOf(db: Db, { clinicId, membershipId }: Member) {
  return db
    .selectFrom("resource")
    .innerJoin("staff", (join) =>
      join.onRef("staff.clinic_id", "=", "resource.clinic_id").onRef("staff.id", "=", "resource.staff_id"),
    )
    .select(["resource.id", "resource.name"])
    .where("resource.clinic_id", "=", clinicId)
    .where("resource.ended_on", "is", null)
    .where("staff.membership_id", "=", membershipId)
    .executeTakeFirst();
}

const kinds = { session: "Session", consultation: "Consultation", review: "Review" } as const;

/** One practitioner's visits between two days, cancelled ones too; no patient's name is read. */
export async function listFeedEvents(
  db: Db,
  clinicId: string,
  {
    practitionerId,
    from,
    to,
  }: { readonly practitionerId: string; readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<FeedEvent[]> {
  const rows = await db
    .selectFrom("visit")
    .innerJoin("site", (join) =>
      join.onRef("site.clinic_id", "=", "visit.clinic_id").onRef("site.id", "=", "visit.site_id"),
    )
    .innerJoin("resource as room", (join) =>
      join.onRef("room.clinic_id", "=", "visit.clinic_id").onRef("room.id", "=", "visit.treatment_room_id"),
    )
    .leftJoin("visit_event", (join) =>
      join.onRef("visit_event.clinic_id", "=", "visit.clinic_id").onRef("visit_event.visit_id", "=", "visit.id"),
    )
    .selectAll("visit")
    .select(["site.name as site_name", "room.name as room_name", ({ fn }) => fn.max("visit_event.at").as("changed_at")])
    .where("visit.clinic_id", "=", clinicId)
    .where("visit.practitioner_id", "=", practitionerId)
    .where("visit.day", ">=", from)
    .where("visit.day", "<=", to)
    .groupBy(["visit.clinic_id", "visit.id", "site.name", "room.name"])
    .orderBy("visit.day")
    .orderBy("visit.start_minute")
    .orderBy("visit.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: kinds[row.kind],
    startsAt: instantOf({ day: row.day, minute: row.start_minute, timeZone: row.time_zone }),
    endsAt: instantOf({ day: row.day, minute: row.end_minute, timeZone: row.time_zone }),
    place: `${row.room_name}, ${row.site_name} (${formatMinuteOfDay(row.start_minute)} ${row.time_zone})`,
    visitNumber: row.id.slice(-8),
    isCancelled: row.state === "cancelled",
    sequence: row.version - 1,
    changedAt: row.changed_at ?? row.booked_at,
  }));
}
