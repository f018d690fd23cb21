import type { BookHeldBody, Contact } from "@fibril/contract";
import { adultYears, ageOn, type CalendarDate } from "@fibril/kernel";
import { phoneDigits } from "../features/patient/patient-search.ts";
import { invitePatientToPortal } from "../features/patient/portal-store.ts";
import { insertPatient } from "../features/patient/store.ts";
import { findMatchingPatient } from "../lookups/patient-match.ts";
import { newSecret } from "../platform/auth/secrets.ts";
import type { Tx } from "../platform/database/database.ts";

const oldestYears = 120;
const linkDays = 14;

/** An address in the one way in which codes and limits know it. */
export function contactKey(contact: Contact): string {
  return contact.by === "email" ? contact.email.toLowerCase() : `tel:${phoneDigits(contact.phone) ?? ""}`;
}

export function isMinorOn(birthDate: CalendarDate, today: CalendarDate): boolean {
  return ageOn(birthDate, today) < adultYears;
}

/** What is wrong with a birth date, or null. */
export function birthDateIssue(birthDate: CalendarDate, today: CalendarDate): string | null {
  if (birthDate > today) return "is in the future";
  return ageOn(birthDate, today) > oldestYears ? `is more than ${oldestYears} years ago` : null;
}

interface Context {
  readonly today: CalendarDate;
  readonly now: Date;
  readonly newId: () => string;
}

/** The patient whom the proved address, name and birth date name, or a new one; nobody outside is told which. */
export async function findOrRegister(
  tx: Tx,
  clinicId: string,
  { givenName, familyName, birthDate, contact }: BookHeldBody,
  { today, now, newId }: Context,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const proved = contact.by === "email" ? { email: contact.email } : { phoneDigits: phoneDigits(contact.phone) ?? "" };
  const known = await findMatchingPatient(tx, clinicId, { givenName, familyName, birthDate, contact: proved });
  if (known) return { id: known, isNew: false };
  const person = {
    id: newId(),
    registeredOn: today,
    givenName,
    familyName,
    birthDate,
    sex: "unknown",
    email: contact.by === "email" ? contact.email : null,
    phone: contact.by === "phone" ? contact.phone : null,
    address: null,
    preferredContact: contact.by,
    note: "",
  } as const;
  await insertPatient(tx, clinicId, person, now);
  return { id: person.id, isNew: true };
}

/** Opens the person's own pages, where the questions before the visit are, and gives the address of the way in. */
export async function openOwnPages(
  tx: Tx,
  clinicId: string,
  person: { readonly patientId: string; readonly name: string; readonly email: string; readonly publicUrl: string },
  { now, newId }: Pick<Context, "now" | "newId">,
): Promise<string> {
  const secret = newSecret();
  const invited = {
    id: newId(),
    secret,
    email: person.email,
    name: person.name,
    relation: "self",
    patientId: person.patientId,
    validMinutes: linkDays * 24 * 60,
    newId,
  } as const;
  await invitePatientToPortal(tx, clinicId, invited, now);
  return `${person.publicUrl}/welcome#${secret}`;
}
