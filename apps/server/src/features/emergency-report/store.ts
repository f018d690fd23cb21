import type { CalendarDate } from "@fibril/kernel";
import { sql } from "kysely";
import type { Db } from "../../tables/index.ts";

const mostUses = 500;

export type Use = Awaited<ReturnType<typeof listUses>>[number];

/** Each opening with its patient, the newest first. */
export function listUses(db: Db, clinicId: string) {
  return db
    .selectFrom("emergency_access as access")
    .innerJoin("patient", (join) =>
      join.onRef("patient.clinic_id", "=", "access.clinic_id").onRef("patient.id", "=", "access.patient_id"),
    )
    .select(["access.id", "access.holder_name", "access.patient_id", "access.membership_id", "access.reason"])
    .select(["access.opened_at", "access.ends_at", "patient.number", "patient.given_name", "patient.family_name"])
    .where("access.clinic_id", "=", clinicId)
    .orderBy("access.opened_at", "desc")
    .limit(mostUses)
    .execute();
}

/**
 * The photographs that the holder looked at while an opening lasted, from the audit: the event of the opening names the
 * account and the role, the events after it each look.
 */
export function listLooks(db: Db, clinicId: string) {
  return db
    .selectFrom("emergency_access as access")
    .innerJoin("audit_event as opening", (join) =>
      join
        .onRef("opening.clinic_id", "=", "access.clinic_id")
        .onRef("opening.subject_id", "=", "access.id")
        .on("opening.action", "=", "opened in an emergency"),
    )
    .innerJoin("audit_event as look", (join) =>
      join
        .onRef("look.clinic_id", "=", "access.clinic_id")
        .onRef("look.about_patient_id", "=", "access.patient_id")
        .onRef("look.account_id", "=", "opening.account_id")
        .onRef("look.role", "=", "opening.role")
        .onRef("look.at", ">=", "access.opened_at")
        .onRef("look.at", "<", "access.ends_at")
        .on("look.action", "=", "viewed")
        .on("look.noun", "=", "photograph"),
    )
    .innerJoin("photograph", (join) =>
      join.onRef("photograph.clinic_id", "=", "look.clinic_id").onRef("photograph.id", "=", "look.subject_id"),
    )
    .select(["access.id as access_id", "photograph.id", "photograph.pose", "photograph.taken_on"])
    .select(sql<number>`count(*)`.as("looks"))
    .where("access.clinic_id", "=", clinicId)
    .groupBy(["access.id", "photograph.id", "photograph.pose", "photograph.taken_on"])
    .orderBy("photograph.taken_on")
    .orderBy("photograph.id")
    .execute();
}

/** In the order in which they were written. */
export function listReviews(db: Db, clinicId: string) {
  return db
    .selectFrom("emergency_review")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .orderBy("reviewed_at")
    .orderBy("id")
    .execute();
}

interface Review {
  readonly id: string;
  readonly weekStartsOn: CalendarDate;
  readonly reviewer: { readonly staffId: string; readonly name: string; readonly role: "owner" | "auditor" };
  readonly note: string;
  readonly ownUse: boolean;
}

export async function insertReview(db: Db, clinicId: string, review: Review, now: Date): Promise<void> {
  await db
    .insertInto("emergency_review")
    .values({
      clinic_id: clinicId,
      id: review.id,
      week_starts_on: review.weekStartsOn,
      reviewer_id: review.reviewer.staffId,
      reviewer_name: review.reviewer.name,
      role: review.reviewer.role,
      note: review.note,
      own_use: review.ownUse,
      reviewed_at: now,
    })
    .execute();
}

/** When photographs were opened, the oldest first. */
export async function listOpenings(db: Db, clinicId: string): Promise<readonly Date[]> {
  const rows = await db
    .selectFrom("emergency_access")
    .select("opened_at")
    .where("clinic_id", "=", clinicId)
    .orderBy("opened_at")
    .execute();
  return rows.map(({ opened_at }) => opened_at);
}

export async function listReviewedWeeks(db: Db, clinicId: string): Promise<ReadonlySet<CalendarDate>> {
  const rows = await db
    .selectFrom("emergency_review")
    .select("week_starts_on")
    .distinct()
    .where("clinic_id", "=", clinicId)
    .execute();
  return new Set(rows.map(({ week_starts_on }) => week_starts_on));
}

/** False where the week was raised before. */
export async function insertWeek(db: Db, clinicId: string, week: CalendarDate, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("emergency_week")
    .values({ clinic_id: clinicId, week_starts_on: week, raised_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
