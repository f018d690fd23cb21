import type { ChangeStaffBody, StaffRole, StaffView } from "@fibril/contract";
import { sql } from "kysely";
import { anyTokenAddress } from "../../platform/auth/token-address.ts";
import type { Db } from "../../tables/index.ts";

/** People only: the place that an API token has in the clinic is listed with the tokens. */
export async function listStaff(db: Db, clinicId: string): Promise<readonly StaffView[]> {
  const rows = await db
    .selectFrom("staff")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("email", "not like", anyTokenAddress)
    .orderBy("name")
    .execute();
  return rows.map(staffView);
}

export async function findStaff(db: Db, clinicId: string, staffId: string) {
  return db
    .selectFrom("staff")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", staffId)
    .executeTakeFirst();
}

/** Changes the version that the edit started from; undefined where that is no longer the stored one. */
export async function updateStaff(
  db: Db,
  clinicId: string,
  edit: Pick<ChangeStaffBody, "name" | "registration" | "version"> & {
    readonly id: string;
    readonly role: StaffRole;
    readonly endedAt: Date | null;
  },
) {
  return db
    .updateTable("staff")
    .set({
      name: edit.name,
      registration: edit.registration,
      role: edit.role,
      ended_at: edit.endedAt,
      version: edit.version + 1,
    })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", edit.id)
    .where("version", "=", edit.version)
    .returningAll()
    .executeTakeFirst();
}

export interface NewMember {
  readonly accountId: string;
  readonly membershipId: string;
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
}

/**
 * At the gate: a place in a clinic for an account that exists. Somebody who comes back in their former role is the same
 * member of staff again, so that what they signed and their roster stay theirs; answers who that is.
 */
export async function insertMember(db: Db, clinicId: string, member: NewMember, now: Date): Promise<string> {
  await db
    .insertInto("membership")
    .values({
      clinic_id: clinicId,
      id: member.membershipId,
      account_id: member.accountId,
      role: member.role,
      created_at: now,
    })
    .execute();
  const told = { membership_id: member.membershipId, name: member.name, email: member.email };
  const { id } = await db
    .insertInto("staff")
    .values({ ...told, clinic_id: clinicId, id: member.staffId, account_id: member.accountId, role: member.role })
    .onConflict((conflict) =>
      conflict
        .columns(["clinic_id", "account_id", "role"])
        .doUpdateSet({ ...told, ended_at: null, version: sql<number>`staff.version + 1` }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** At the gate: the address that an account signs in with. */
export async function emailOf(db: Db, accountId: string): Promise<string> {
  const row = await db.selectFrom("account").select("email").where("id", "=", accountId).executeTakeFirstOrThrow();
  return row.email;
}

/** At the gate: whether somebody works here in that role. */
export async function hasPlace(
  db: Db,
  clinicId: string,
  place: { readonly email: string; readonly role: StaffRole },
): Promise<boolean> {
  const row = await db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .select("membership.id")
    .where("membership.clinic_id", "=", clinicId)
    .where("membership.role", "=", place.role)
    .where("membership.ended_at", "is", null)
    .where("account.email", "=", place.email.toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}

/** At the gate. An account that exists is never changed by an invitation: its password and name stay. */
export async function insertAccount(
  db: Db,
  account: { id: string; email: string; name: string; passwordHash: string | null },
  now: Date,
): Promise<string> {
  await db
    .insertInto("account")
    .values({
      id: account.id,
      email: account.email.toLowerCase(),
      name: account.name,
      password_hash: account.passwordHash,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .execute();
  const row = await db
    .selectFrom("account")
    .select("id")
    .where("email", "=", account.email.toLowerCase())
    .executeTakeFirstOrThrow();
  return row.id;
}

/** At the gate: the role counts from the next request on. */
export async function changeRole(db: Db, clinicId: string, membershipId: string, role: StaffRole): Promise<void> {
  await db
    .updateTable("membership")
    .set({ role })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", membershipId)
    .execute();
}

/** Whether this account has or had a place in that role, which then can't become another place's. */
export async function hadPlace(
  db: Db,
  clinicId: string,
  place: { readonly accountId: string; readonly role: StaffRole },
): Promise<boolean> {
  const row = await db
    .selectFrom("staff")
    .select("id")
    .where("clinic_id", "=", clinicId)
    .where("account_id", "=", place.accountId)
    .where("role", "=", place.role)
    .executeTakeFirst();
  return row !== undefined;
}

/** At the gate: whether somebody else is an owner. Two owners who end each other at once wait here for one another. */
export async function hasOtherOwner(db: Db, clinicId: string, membershipId: string): Promise<boolean> {
  const owners = await db
    .selectFrom("membership")
    .select("id")
    .where("clinic_id", "=", clinicId)
    .where("role", "=", "owner")
    .where("ended_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  return owners.some(({ id }) => id !== membershipId);
}

/** At the gate: ends the membership and every sign-in through it. */
export async function endMembership(db: Db, clinicId: string, membershipId: string, now: Date): Promise<void> {
  await db
    .updateTable("membership")
    .set({ ended_at: now })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", membershipId)
    .execute();
  await db.deleteFrom("sign_in").where("clinic_id", "=", clinicId).where("membership_id", "=", membershipId).execute();
}

export function staffView(row: Awaited<ReturnType<typeof findStaff>> & object): StaffView {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    registration: row.registration,
    ended: row.ended_at !== null,
    version: row.version,
  };
}
