import { sql } from "kysely";
import type { Caller } from "../../platform/auth/caller.ts";
import { absoluteHours, idleMinutes } from "../../platform/auth/find-caller.ts";
import { hashSecret, newSecret } from "../../platform/auth/secrets.ts";
import type { Db } from "../../tables/index.ts";

/** Signing in happens before a clinic is known: these run at the gate, so they name an account instead. */
export async function findAccountByEmail(db: Db, email: string) {
  return db
    .selectFrom("account")
    .selectAll()
    .where("email", "=", email.toLowerCase())
    .where("disabled_at", "is", null)
    .executeTakeFirst();
}

export async function findAccount(db: Db, accountId: string) {
  return db.selectFrom("account").selectAll().where("id", "=", accountId).executeTakeFirstOrThrow();
}

export async function listMemberships(db: Db, accountId: string) {
  return db
    .selectFrom("membership")
    .innerJoin("clinic", "clinic.clinic_id", "membership.clinic_id")
    .select([
      "membership.id",
      "membership.clinic_id",
      "membership.role",
      "membership.patient_id",
      "membership.patient_relation",
      "clinic.name as clinic_name",
      "clinic.time_zone",
      "clinic.phone",
      "clinic.emergency_text",
    ])
    .where("membership.account_id", "=", accountId)
    .where("membership.ended_at", "is", null)
    .orderBy("membership.created_at")
    .orderBy("membership.id")
    .execute();
}

/**
 * The account of an address and its first membership as a patient, or as somebody of a clinic's staff; nulls where there is
 * none. Asks the same of the database for an unknown address as for a known one, so that the time tells nothing.
 */
export async function findMember(
  db: Db,
  { email, isPatient }: { readonly email: string; readonly isPatient: boolean },
  newId: () => string,
) {
  const account = await findAccountByEmail(db, email);
  const memberships = await listMemberships(db, account?.id ?? newId());
  const membership = memberships.find(({ role }) => (role === "patient") === isPatient);
  return { accountId: membership ? (account?.id ?? null) : null, membership: membership ?? null };
}

/** A repeat with the same key takes the place of the first sign-in, so that one act leaves one sign-in. */
export async function insertSignIn(
  db: Db,
  member: {
    readonly accountId: string;
    readonly clinicId: string;
    readonly membershipId: string;
    readonly key: string;
    readonly device: string | null;
  },
  now: Date,
) {
  const [secret, csrfToken] = [newSecret(), newSecret()];
  const expiresAt = new Date(now.getTime() + absoluteHours * 3_600_000);
  const begun = {
    token_hash: hashSecret(secret),
    clinic_id: member.clinicId,
    membership_id: member.membershipId,
    csrf_token: csrfToken,
    device: member.device,
    created_at: now,
    last_seen_at: now,
    expires_at: expiresAt,
  };
  await db
    .insertInto("sign_in")
    .values({ ...begun, account_id: member.accountId, begun_key: member.key })
    .onConflict((conflict) => conflict.columns(["account_id", "begun_key"]).doUpdateSet(begun))
    .execute();
  return { secret, csrfToken, expiresAt };
}

export async function deleteSignIn(db: Db, signInHash: Buffer): Promise<void> {
  await db.deleteFrom("sign_in").where("token_hash", "=", signInHash).execute();
}

export async function deleteSignInsOf(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom("sign_in").where("account_id", "=", accountId).execute();
}

/** Of one account, those that would still let somebody in, the latest used first. */
export async function listOpenSignIns(db: Db, accountId: string, now: Date) {
  return db
    .selectFrom("sign_in")
    .select(["token_hash", "device", "created_at", "last_seen_at"])
    .where("account_id", "=", accountId)
    .where("expires_at", ">", now)
    .where("last_seen_at", ">", new Date(now.getTime() - idleMinutes * 60_000))
    .orderBy("last_seen_at", "desc")
    .orderBy("created_at", "desc")
    .execute();
}

/** Ends every sign-in of the account but the one that asks. */
export async function deleteOtherSignIns(db: Db, caller: Caller): Promise<void> {
  await db
    .deleteFrom("sign_in")
    .where("account_id", "=", caller.accountId)
    .where("token_hash", "!=", caller.signInHash ?? Buffer.alloc(0))
    .execute();
}

export async function moveSignIn(db: Db, caller: Caller, target: { clinicId: string; membershipId: string }) {
  await db
    .updateTable("sign_in")
    .set({ clinic_id: target.clinicId, membership_id: target.membershipId })
    .where("token_hash", "=", caller.signInHash ?? Buffer.alloc(0))
    .execute();
}

/** Counts a try and says how many there were in the last quarter of an hour. */
export async function countTries(db: Db, key: string, now: Date): Promise<number> {
  return (await countTriesOfEach(db, [key], now)).get(key) ?? 0;
}

/** The same for several keys that one try counts against. */
export async function countTriesOfEach(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  await db
    .insertInto("sign_in_attempt")
    .values(keys.map((key) => ({ key, at: now })))
    .execute();
  const since = new Date(now.getTime() - 15 * 60_000);
  await db.deleteFrom("sign_in_attempt").where("at", "<", since).execute();
  const rows = await db
    .selectFrom("sign_in_attempt")
    .select(["key", sql<number>`count(*)`.as("tries")])
    .where("key", "in", [...keys])
    .groupBy("key")
    .execute();
  return new Map(rows.map(({ key, tries }) => [key, tries]));
}

export async function forgetTries(db: Db, key: string): Promise<void> {
  await db.deleteFrom("sign_in_attempt").where("key", "=", key).execute();
}

/** Takes the newest try back: it was no failure. The others of that key still count. */
export async function forgetOneTry(db: Db, key: string): Promise<void> {
  await sql`delete from sign_in_attempt where ctid = (select ctid from sign_in_attempt where key = ${key} order by at desc limit 1)`.execute(
    db,
  );
}

export async function setPassword(db: Db, accountId: string, passwordHash: string): Promise<void> {
  await db.updateTable("account").set({ password_hash: passwordHash }).where("id", "=", accountId).execute();
}

export async function readInstallation(db: Db) {
  const row = await db.selectFrom("installation").selectAll().executeTakeFirstOrThrow();
  const clinic = await db.selectFrom("clinic").select("clinic_id").limit(1).executeTakeFirst();
  return { demo: row.demo, demoAccounts: row.demo_accounts, hasClinic: clinic !== undefined };
}

/** The newest 200 messages of every clinic that have left by now: a demo has no other's secrets to keep. */
export async function listMessages(db: Db, now: Date) {
  const rows = await db
    .selectFrom("message")
    .selectAll()
    .where("due_at", "<=", now)
    .orderBy("due_at", "desc")
    .orderBy("created_at", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    to: row.to_address,
    subject: row.subject,
    text: row.text,
    at: row.due_at.toISOString(),
    sent: row.sent_at !== null,
  }));
}
