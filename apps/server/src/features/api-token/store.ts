import { type ApiTokenView, StaffRole } from "@fibril/contract";
import type { Db } from "../../tables/index.ts";

export interface NewToken {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly membershipId: string;
  readonly name: string;
}

/** At the gate. */
export async function insertToken(db: Db, clinicId: string, token: NewToken, now: Date): Promise<void> {
  await db
    .insertInto("api_token")
    .values({
      token_hash: token.tokenHash,
      id: token.id,
      clinic_id: clinicId,
      membership_id: token.membershipId,
      name: token.name,
      created_at: now,
    })
    .execute();
}

/** At the gate: every token of the clinic, those that work first, each group the newest first. */
export async function listTokens(db: Db, clinicId: string): Promise<readonly ApiTokenView[]> {
  const rows = await selectTokens(db, clinicId)
    .orderBy((eb) => eb("api_token.revoked_at", "is not", null))
    .orderBy("api_token.created_at", "desc")
    .orderBy("api_token.id", "desc")
    .execute();
  return rows.map(tokenView);
}

/** At the gate: undefined where the clinic has no such token. */
export async function findToken(db: Db, clinicId: string, tokenId: string) {
  return selectTokens(db, clinicId).where("api_token.id", "=", tokenId).forUpdate("api_token").executeTakeFirst();
}

/** At the gate: the token opens nothing from the next request on. */
export async function revokeToken(db: Db, clinicId: string, tokenId: string, now: Date): Promise<void> {
  await db
    .updateTable("api_token")
    .set({ revoked_at: now })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", tokenId)
    .execute();
}

function selectTokens(db: Db, clinicId: string) {
  return db
    .selectFrom("api_token")
    .innerJoin("membership", (join) =>
      join
        .onRef("membership.clinic_id", "=", "api_token.clinic_id")
        .onRef("membership.id", "=", "api_token.membership_id"),
    )
    .select([
      "api_token.id",
      "api_token.name",
      "membership.role",
      "api_token.created_at",
      "api_token.last_used_at",
      "api_token.revoked_at",
    ])
    .where("api_token.clinic_id", "=", clinicId)
    .where("membership.role", "!=", "patient");
}

export function tokenView(row: Awaited<ReturnType<typeof findToken>> & object): ApiTokenView {
  return {
    id: row.id,
    name: row.name,
    role: StaffRole.parse(row.role),
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
