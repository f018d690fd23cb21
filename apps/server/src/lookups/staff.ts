import type { Caller } from "../platform/auth/caller.ts";
import type { Db } from "../tables/index.ts";

export interface Signer {
  readonly staffId: string;
  readonly name: string;
  readonly registration: string | null;
}

/** The member of staff behind the caller, who can sign; undefined for patients and for a place that has ended. */
export async function findSigner(db: Db, caller: Caller): Promise<Signer | undefined> {
  if (caller.role === "patient") return undefined;
  const row = await db
    .selectFrom("staff")
    .selectAll()
    .where("clinic_id", "=", caller.clinicId)
    .where("membership_id", "=", caller.membershipId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return row ? { staffId: row.id, name: row.name, registration: row.registration } : undefined;
}
