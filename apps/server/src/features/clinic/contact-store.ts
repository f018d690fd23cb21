import type { ChangeClinicContactBody, ClinicContactView } from "@fibril/contract";
import type { Db } from "../../tables/index.ts";

/** What the clinic is called and how it is reached, with the version that a change starts from. */
export async function readContact(db: Db, clinicId: string): Promise<ClinicContactView> {
  return db
    .selectFrom("clinic")
    .select(["name", "phone", "email", "version"])
    .where("clinic_id", "=", clinicId)
    .executeTakeFirstOrThrow();
}

/** Changes the version that the edit started from; undefined where that is no longer the stored one. */
export async function updateContact(
  db: Db,
  clinicId: string,
  { version, name, phone, email }: ChangeClinicContactBody,
): Promise<ClinicContactView | undefined> {
  return db
    .updateTable("clinic")
    .set({ name: name.trim(), phone: phone.trim(), email: email.toLowerCase(), version: version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("version", "=", version)
    .returning(["name", "phone", "email", "version"])
    .executeTakeFirst();
}
