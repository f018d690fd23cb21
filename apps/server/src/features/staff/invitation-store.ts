import { sql } from "kysely";
import { forgetAnswersWith } from "../../platform/auth/answered-secrets.ts";
import { hashSecret } from "../../platform/auth/secrets.ts";
import type { Db } from "../../tables/index.ts";

/** At the gate: what was sent and nobody has taken, their time over or not, the newest first. */
export async function listOpen(db: Db, clinicId: string) {
  return db
    .selectFrom("one_time_secret")
    .select(["id", "detail", "created_at", "expires_at"])
    .select(sql<string>`coalesce(email, '')`.as("email"))
    .where("clinic_id", "=", clinicId)
    .where("purpose", "=", "invitation")
    .where("used_at", "is", null)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** At the gate: ends an invitation that nobody has taken; `by` is null where a newer one takes its place. */
export async function takeBack(
  db: Db,
  clinicId: string,
  { id, now, by }: { readonly id: string; readonly now: Date; readonly by: string | null },
) {
  const ended = await db
    .updateTable("one_time_secret")
    .set({ used_at: now, detail: sql`detail || jsonb_build_object('takenBack', ${by !== null}::boolean)` })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", id)
    .where("purpose", "=", "invitation")
    .where("used_at", "is", null)
    .returningAll()
    .executeTakeFirst();
  if (ended) await forgetAnswersWith(db, [ended.secret_hash]);
  return ended;
}

/** At the gate: why a link to join does not work, for whoever holds it. */
export async function whyRefused(db: Db, secret: string): Promise<string> {
  const row = await db
    .selectFrom("one_time_secret")
    .select(sql<boolean>`coalesce((detail ->> 'takenBack')::boolean, false)`.as("isTakenBack"))
    .where("purpose", "=", "invitation")
    .where("secret_hash", "=", hashSecret(secret))
    .executeTakeFirst();
  if (row?.isTakenBack) return "The clinic withdrew this invitation. Ask whoever invited you.";
  return "This invitation was used or its time is over. Ask whoever invited you for a new one.";
}
