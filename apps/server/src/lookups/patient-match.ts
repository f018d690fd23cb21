import type { CalendarDate } from "@fibril/kernel";
import { searchForm } from "../platform/search-form.ts";
import type { Db } from "../tables/index.ts";

export interface Claimed {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: CalendarDate;
  /** Proved by a code that was sent there. */
  readonly contact: { readonly email: string } | { readonly phoneDigits: string };
}

/**
 * The one patient on file with this address, name and birth date; null where there is none, or more than one: then a new
 * record is made and a member of staff sorts them out. The given name counts: twins share all the rest.
 */
export async function findMatchingPatient(db: Db, clinicId: string, claimed: Claimed): Promise<string | null> {
  let query = db
    .selectFrom("patient")
    .select("id")
    .where("clinic_id", "=", clinicId)
    .where("birth_date", "=", claimed.birthDate)
    .where("given_name_search", "=", searchForm(claimed.givenName))
    .where("family_name_search", "=", searchForm(claimed.familyName));
  query =
    "email" in claimed.contact
      ? query.where("email", "=", claimed.contact.email.toLowerCase())
      : query.where("phone_digits", "=", claimed.contact.phoneDigits);
  const rows = await query.limit(2).execute();
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
