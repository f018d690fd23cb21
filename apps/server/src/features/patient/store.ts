import type { PatientSummaryView, PatientView, RegisterPatientBody } from "@fibril/contract";
import { adultYears, ageOn, type CalendarDate } from "@fibril/kernel";
import type { Selectable } from "kysely";
import { type RawBuilder, sql } from "kysely";
import { searchForm } from "../../platform/search-form.ts";
import type { Db } from "../../tables/index.ts";
import type { PatientRow } from "../../tables/pathway.ts";
import { type PatientSearch, phoneDigits } from "./patient-search.ts";

export type Patient = Selectable<PatientRow>;

/** Numbers are the clinic's own, one after the other; the clinic's row is locked so that none is given twice. */
export async function insertPatient(
  db: Db,
  clinicId: string,
  patient: RegisterPatientBody & { readonly id: string; readonly registeredOn: CalendarDate },
  now: Date,
): Promise<Patient> {
  await db
    .selectFrom("clinic")
    .select("clinic_id")
    .where("clinic_id", "=", clinicId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { last } = await db
    .selectFrom("patient")
    .select(sql<number>`coalesce(max(number), 0)`.as("last"))
    .where("clinic_id", "=", clinicId)
    .executeTakeFirstOrThrow();
  return db
    .insertInto("patient")
    .values({
      clinic_id: clinicId,
      id: patient.id,
      number: last + 1,
      ...columnsOf(patient),
      registered_on: patient.registeredOn,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function findPatient(db: Db, clinicId: string, patientId: string): Promise<Patient | undefined> {
  return db
    .selectFrom("patient")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", patientId)
    .executeTakeFirst();
}

/** Undefined where the stored version is not the one that the edit started from. */
export async function updatePatient(
  db: Db,
  clinicId: string,
  edit: RegisterPatientBody & { readonly id: string; readonly version: number },
): Promise<Patient | undefined> {
  return db
    .updateTable("patient")
    .set({ ...columnsOf(edit), version: edit.version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", edit.id)
    .where("version", "=", edit.version)
    .returningAll()
    .executeTakeFirst();
}

export interface SearchPage {
  readonly after: { readonly familyName: string; readonly givenName: string; readonly id: string } | null;
  readonly limit: number;
}

/** By name, keyset-paged, so that page 1,000 costs what page 1 does. */
export async function searchPatients(
  db: Db,
  clinicId: string,
  search: PatientSearch,
  page: SearchPage,
): Promise<readonly Patient[]> {
  const found = await pageOf(db, clinicId, page).where(fits(search)).execute();
  if (found.length > 0 || search.by !== "phone" || page.after) return found;
  // Only where no number begins or ends so is every number read to the middle.
  return pageOf(db, clinicId, page).where("phone_digits", "like", `%${search.digits}%`).execute();
}

function pageOf(db: Db, clinicId: string, { after, limit }: SearchPage) {
  const query = db.selectFrom("patient").selectAll().where("clinic_id", "=", clinicId);
  const rest = after
    ? query.where(
        sql<boolean>`(family_name_search, given_name_search, id) > (${after.familyName}, ${after.givenName}, ${after.id}::uuid)`,
      )
    : query;
  return rest.orderBy("family_name_search").orderBy("given_name_search").orderBy("id").limit(limit);
}

function fits(search: PatientSearch): RawBuilder<boolean> {
  switch (search.by) {
    case "everybody":
      return sql`true`;
    case "birth-date":
      return sql`birth_date = ${search.birthDate}`;
    case "phone":
      return sql`(${begins("phone_digits", search.digits)} or ${begins("phone_digits_reversed", reversed(search.digits))})`;
    case "number":
      return sql`number = ${search.number}`;
    case "names":
      if (search.words.length === 0) return sql`true`;
      return sql.join(
        search.words.map(
          (word) => sql`(${begins("family_name_search", word)} or ${begins("given_name_search", word)})`,
        ),
        sql` and `,
      );
    default:
      return search satisfies never;
  }
}

/** `like 'word%'` in operators that may use an index behind row-level security. */
function begins(
  column: "family_name_search" | "given_name_search" | "phone_digits" | "phone_digits_reversed",
  word: string,
) {
  return sql`${sql.ref(column)} ~>=~ ${word} and ${sql.ref(column)} ~<~ ${word + String.fromCodePoint(0x10ffff)}`;
}

function reversed(digits: string): string {
  return [...digits].reverse().join("");
}

function columnsOf(patient: RegisterPatientBody) {
  return {
    given_name: patient.givenName.trim(),
    given_name_search: searchForm(patient.givenName),
    family_name: patient.familyName.trim(),
    family_name_search: searchForm(patient.familyName),
    birth_date: patient.birthDate,
    sex: patient.sex,
    email: patient.email?.toLowerCase() ?? null,
    phone: patient.phone,
    phone_digits: phoneDigits(patient.phone),
    address: patient.address,
    preferred_contact: patient.preferredContact,
    note: patient.note,
  };
}

export function patientView(row: Patient, today: CalendarDate): PatientView {
  return {
    ...patientSummary(row, today),
    sex: row.sex,
    email: row.email,
    address: row.address,
    preferredContact: row.preferred_contact,
    note: row.note,
    registeredOn: row.registered_on,
    version: row.version,
  };
}

export function patientSummary(row: Patient, today: CalendarDate): PatientSummaryView {
  const ageYears = ageOn(row.birth_date, today);
  return {
    id: row.id,
    number: row.number,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
    ageYears,
    isMinor: ageYears < adultYears,
    phone: row.phone,
  };
}
