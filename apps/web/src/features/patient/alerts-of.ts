import type { AllergyView, MedicineView } from "@fibril/contract";

export type PatientAlert =
  | { readonly kind: "allergy"; readonly substance: string; readonly reaction: string }
  | { readonly kind: "isotretinoin"; readonly stoppedOn: string | null };

/** What stands beside a name: allergies that still hold on the day, and isotretinoin whether taken or stopped. */
export function alertsOf(
  { allergies, medicines }: { readonly allergies: readonly AllergyView[]; readonly medicines: readonly MedicineView[] },
  today: string,
): readonly PatientAlert[] {
  const held = allergies.filter(({ endedOn }) => endedOn === null || endedOn > today);
  const isotretinoin = medicines.filter(({ name }) => /isotretinoin|roaccutane|accutane/i.test(name));
  return [
    ...held.map(({ substance, reaction }) => ({ kind: "allergy" as const, substance, reaction })),
    ...isotretinoin.map(({ stoppedOn }) => ({ kind: "isotretinoin" as const, stoppedOn })),
  ];
}
