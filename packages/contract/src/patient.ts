import { z } from "zod";
import { Day, Email, Id, LongText, OptionalText, Phone, ShortText, Version } from "./common.ts";

const PatientFields = {
  givenName: ShortText,
  familyName: ShortText,
  birthDate: Day,
  sex: z.enum(["female", "male", "other", "unknown"]),
  email: Email.nullable(),
  phone: Phone.nullable(),
  address: OptionalText.nullable(),
  preferredContact: z.enum(["email", "phone", "none"]),
  note: LongText,
};

export const RegisterPatientBody = z.strictObject(PatientFields);
export type RegisterPatientBody = z.infer<typeof RegisterPatientBody>;
/** An edit names the version it started from; a stale one is answered 409 with the stored version as `current`. */
export const ChangePatientBody = z.strictObject({ ...PatientFields, version: Version });

export const PatientView = z.object({
  id: Id,
  number: z.number().int(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string(),
  ageYears: z.number().int(),
  isMinor: z.boolean(),
  sex: PatientFields.sex,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  preferredContact: PatientFields.preferredContact,
  note: z.string(),
  registeredOn: z.string(),
  version: z.number().int(),
});
export type PatientView = z.infer<typeof PatientView>;

export const PatientSummaryView = PatientView.pick({
  id: true,
  number: true,
  givenName: true,
  familyName: true,
  birthDate: true,
  ageYears: true,
  isMinor: true,
  phone: true,
});
export type PatientSummaryView = z.infer<typeof PatientSummaryView>;

/** Three letters of a name, digits of a telephone number, a birth date (`1990-04-02` or `2/4/1990`) or a patient number. */
export const PatientSearchQuery = z.strictObject({
  q: OptionalText.optional(),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
/** A patient as a list shows them: what somebody who calls asks for is there already. */
export const PatientFoundView = PatientSummaryView.extend({
  nextVisit: z
    .object({
      day: z.string(),
      start: z.string(),
      kind: z.enum(["consultation", "session", "review"]),
      ordinal: z.number().int().nullable(),
      siteName: z.string(),
    })
    .nullable(),
});
export type PatientFoundView = z.infer<typeof PatientFoundView>;
export const PatientSearchView = z.object({ patients: z.array(PatientFoundView), next: z.string().nullable() });
export type PatientSearchView = z.infer<typeof PatientSearchView>;

const GuardianFields = {
  name: ShortText,
  relationship: ShortText,
  phone: Phone.nullable(),
  email: Email.nullable(),
  /** How the guardian's identity was checked; null where it was not. */
  identityChecked: OptionalText.nullable(),
};
export const AddGuardianBody = z.strictObject(GuardianFields);
export const ChangeGuardianBody = z.strictObject({ ...GuardianFields, version: Version });
export const GuardianView = z.object({ id: Id, ...GuardianFields, version: z.number().int() });
export type GuardianView = z.infer<typeof GuardianView>;

const MedicineFields = { name: ShortText, startedOn: Day.nullable(), stoppedOn: Day.nullable(), note: OptionalText };
export const AddMedicineBody = z.strictObject(MedicineFields);
export const ChangeMedicineBody = z.strictObject({ ...MedicineFields, version: Version });
export const MedicineView = z.object({ id: Id, ...MedicineFields, version: z.number().int() });
export type MedicineView = z.infer<typeof MedicineView>;

const AllergyFields = { substance: ShortText, reaction: OptionalText, notedOn: Day, endedOn: Day.nullable() };
export const AddAllergyBody = z.strictObject(AllergyFields);
export const ChangeAllergyBody = z.strictObject({ ...AllergyFields, version: Version });
export const AllergyView = z.object({ id: Id, ...AllergyFields, version: z.number().int() });
export type AllergyView = z.infer<typeof AllergyView>;

/** What those who treat see beside a patient's name. */
export const PatientRecordView = z.object({
  patient: PatientView,
  guardians: z.array(GuardianView),
  medicines: z.array(MedicineView),
  allergies: z.array(AllergyView),
});
export type PatientRecordView = z.infer<typeof PatientRecordView>;

/** `leaves` is false where the link waits for a mail server; nobody but its reader is ever shown it. */
export const InvitePatientView = z.object({ email: z.string(), expiresAt: z.string(), leaves: z.boolean() });

/** In kilograms, to a tenth, as measured on a day. */
export const AddWeightBody = z.strictObject({
  weightKg: z
    .number()
    .min(2)
    .max(400)
    .refine((kg) => Number.isInteger(Math.round(kg * 1000) / 100), "to a tenth of a kilogram"),
  measuredOn: Day,
});
export const WeightView = z.object({ id: Id, weightKg: z.number(), measuredOn: z.string(), recordedBy: z.string() });
export type WeightView = z.infer<typeof WeightView>;
/** The newest first. */
export const WeightsView = z.object({ weights: z.array(WeightView) });
