import type { Database, Tx } from "../database/database.ts";
import type { Caller } from "./caller.ts";
import { createLookUpTogether, type LookUpTogether } from "./look-up-together.ts";
import { hashSecret } from "./secrets.ts";

export const idleMinutes = 30;
export const absoluteHours = 12;

/** The looks under way, for each database. */
const lookUps = new WeakMap<Database, LookUpTogether<Caller | null>>();

function lookUp(database: Database, key: string, look: () => Promise<Caller | null>): Promise<Caller | null> {
  const known = lookUps.get(database) ?? createLookUpTogether<Caller | null>();
  lookUps.set(database, known);
  return known(key, look);
}

/**
 * The caller behind a cookie's secret, or null where the sign-in is unknown, idle too long, past its absolute end,
 * or its account or membership has ended. Nothing that the client sends can lengthen it.
 */
export function findCallerByCookie(database: Database, secret: string, now: Date): Promise<Caller | null> {
  const signInHash = hashSecret(secret);
  return lookUp(database, `cookie ${signInHash.toString("base64")}`, async () => {
    const row = await database.atGate(
      (tx) =>
        selectMember(tx)
          .innerJoin("sign_in", (join) =>
            join
              .onRef("sign_in.clinic_id", "=", "membership.clinic_id")
              .onRef("sign_in.membership_id", "=", "membership.id"),
          )
          .select(["sign_in.csrf_token", "sign_in.last_seen_at", "sign_in.expires_at"])
          .where("sign_in.token_hash", "=", signInHash)
          .executeTakeFirst(),
      { readOnly: true },
    );
    if (!row) return null;
    const idleSince = now.getTime() - row.last_seen_at.getTime();
    if (now >= row.expires_at || idleSince > idleMinutes * 60_000) return null;
    if (idleSince > 60_000) {
      await database.atGate((tx) =>
        tx.updateTable("sign_in").set({ last_seen_at: now }).where("token_hash", "=", signInHash).execute(),
      );
    }
    return { ...callerOf(row), by: "cookie", csrfToken: row.csrf_token, signInHash, expiresAt: row.expires_at };
  });
}

/** The caller behind an API token, or null where it is unknown or revoked. */
export function findCallerByToken(database: Database, secret: string, now: Date): Promise<Caller | null> {
  const tokenHash = hashSecret(secret);
  return lookUp(database, `token ${tokenHash.toString("base64")}`, async () => {
    const row = await database.atGate(
      (tx) =>
        selectMember(tx)
          .innerJoin("api_token", (join) =>
            join
              .onRef("api_token.clinic_id", "=", "membership.clinic_id")
              .onRef("api_token.membership_id", "=", "membership.id"),
          )
          .select("api_token.last_used_at")
          .where("api_token.token_hash", "=", tokenHash)
          .where("api_token.revoked_at", "is", null)
          .executeTakeFirst(),
      { readOnly: true },
    );
    if (!row) return null;
    if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > 3_600_000) {
      await database.atGate((tx) =>
        tx.updateTable("api_token").set({ last_used_at: now }).where("token_hash", "=", tokenHash).execute(),
      );
    }
    const never = new Date("9999-12-31T23:59:59Z");
    return { ...callerOf(row), by: "token", csrfToken: null, signInHash: null, expiresAt: never };
  });
}

function selectMember(tx: Tx) {
  return tx
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .innerJoin("clinic", "clinic.clinic_id", "membership.clinic_id")
    .select([
      "membership.clinic_id",
      "membership.id as membership_id",
      "membership.role",
      "membership.patient_id",
      "membership.patient_relation",
      "account.id as account_id",
      "account.name",
      "account.email",
      "clinic.name as clinic_name",
      "clinic.time_zone",
    ])
    .where("membership.ended_at", "is", null)
    .where("account.disabled_at", "is", null);
}

type Member = Awaited<ReturnType<ReturnType<typeof selectMember>["executeTakeFirstOrThrow"]>>;

function callerOf(row: Member) {
  return {
    accountId: row.account_id,
    membershipId: row.membership_id,
    clinicId: row.clinic_id,
    role: row.role,
    name: row.name,
    email: row.email,
    patientId: row.patient_id,
    patientRelation: row.patient_relation,
    clinicName: row.clinic_name,
    timeZone: row.time_zone,
  } as const;
}
