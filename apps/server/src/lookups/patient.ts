import { adultYears, ageOn, type CalendarDate } from "@fibril/kernel";
import { together } from "../platform/database/together.ts";
import type { Db } from "../tables/index.ts";

/** What every step of the pathway may ask about the person it is for. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly birthDate: CalendarDate;
  readonly ageYears: number;
  readonly isMinor: boolean;
  readonly sex: "female" | "male" | "other" | "unknown";
  readonly email: string | null;
  readonly preferredContact: "email" | "phone" | "none";
  readonly guardians: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly identityChecked: string | null;
  }[];
}

/** Undefined for a patient of another clinic as for one who does not exist. */
export async function findSubject(
  db: Db,
  clinicId: string,
  patientId: string,
  today: CalendarDate,
): Promise<Subject | undefined> {
  const [row, guardians] = await together(
    db
      .selectFrom("patient")
      .selectAll()
      .where("clinic_id", "=", clinicId)
      .where("id", "=", patientId)
      .executeTakeFirst(),
    db
      .selectFrom("guardian")
      .selectAll()
      .where("clinic_id", "=", clinicId)
      .where("patient_id", "=", patientId)
      .execute(),
  );
  if (!row) return undefined;
  const ageYears = ageOn(row.birth_date, today);
  return {
    id: row.id,
    name: `${row.given_name} ${row.family_name}`,
    birthDate: row.birth_date,
    ageYears,
    isMinor: ageYears < adultYears,
    sex: row.sex,
    email: row.email,
    preferredContact: row.preferred_contact,
    guardians: guardians.map(({ id, name, email, identity_checked }) => ({
      id,
      name,
      email,
      identityChecked: identity_checked,
    })),
  };
}

type Reached = Pick<Subject, "email" | "isMinor" | "guardians" | "preferredContact">;

/**
 * Where a message about the patient's visits goes: to themselves, and to the guardians of a minor. Nowhere where they asked
 * to be reached by telephone or not at all: then somebody calls, or nobody does.
 */
export function addressesOf(subject: Reached): string[] {
  return subject.preferredContact === "email" ? careAddressesOf(subject) : [];
}

/** Where a message goes that looks after healing: wherever it can be read, whatever else they asked for. */
export function careAddressesOf({ email, isMinor, guardians }: Reached): string[] {
  const theirs = isMinor ? guardians.map((guardian) => guardian.email) : [];
  return [...new Set([email, ...theirs].filter((address) => address !== null))];
}
