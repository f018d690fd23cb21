import type { PatientSummaryView, PatientView, RegisterPatientBody } from "@fibril/contract";
import { ageOn, type CalendarDate } from "@fibril/kernel";
import type { Selectable } from "kysely";
import { sql } from "kysely";
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
  { after, limit }: SearchPage,
): Promise<readonly Patient[]> {
  let query = db.selectFrom("patient").selectAll().where("clinic_id", "=", clinicId);
  switch (search.by) {
    case "everybody":
      break;
    case "birth-date":
      query = query.where("birth_date", "=", search.birthDate);
      break;
    case "phone":
      query = query.where("phone_digits", "like", `%${search.digits}%`);
      break;
    case "number":
      query = query.where("number", "=", search.number);
      break;
    case "names":
      for (const word of search.words) {
        const beginning = `${word.replace(/[\\%_]/g, "\\$&")}%`;
        query = query.where((where) =>
          where.or([
            where(sql`lower(family_name)`, "like", beginning),
            where(sql`lower(given_name)`, "like", beginning),
          ]),
        );
      }
      break;
    default:
      return search satisfies never;
  }
  if (after) {
    query = query.where(
      sql<boolean>`(lower(family_name), lower(given_name), id) > (${after.familyName}, ${after.givenName}, ${after.id}::uuid)`,
    );
  }
  return query.orderBy(sql`lower(family_name)`).orderBy(sql`lower(given_name)`).orderBy("id").limit(limit).execute();
}

function columnsOf(patient: RegisterPatientBody) {
  return {
    given_name: patient.givenName.trim(),
    family_name: patient.familyName.trim(),
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
    isMinor: ageYears < 18,
    phone: row.phone,
  };
}
