import type { PatientView, RegisterPatientBody } from "@fibril/contract";

/** What a person types about a patient: every field as its text. */
export interface PatientDraft {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly sex: PatientView["sex"];
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly preferredContact: PatientView["preferredContact"];
  readonly note: string;
}

export const emptyPatient: PatientDraft = {
  givenName: "",
  familyName: "",
  birthDate: "",
  sex: "unknown",
  email: "",
  phone: "",
  address: "",
  preferredContact: "email",
  note: "",
};

export function draftOf(patient: PatientView): PatientDraft {
  const { givenName, familyName, birthDate, sex, email, phone, address, preferredContact, note } = patient;
  return {
    givenName,
    familyName,
    birthDate,
    sex,
    email: email ?? "",
    phone: phone ?? "",
    address: address ?? "",
    preferredContact,
    note,
  };
}

/** What is sent: ends trimmed, what was left empty is null. The server checks it and names each field at fault. */
export function bodyOf(draft: PatientDraft): Record<keyof RegisterPatientBody, string | null> {
  return {
    ...draft,
    givenName: draft.givenName.trim(),
    familyName: draft.familyName.trim(),
    birthDate: draft.birthDate,
    email: orNull(draft.email),
    phone: orNull(draft.phone),
    address: orNull(draft.address),
  };
}

export function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
