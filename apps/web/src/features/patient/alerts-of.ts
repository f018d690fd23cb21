import type { AllergyView, MedicineView } from "@fibril/contract";

export type PatientAlert =
  | { readonly kind: "allergy"; readonly substance: string; readonly reaction: string }
  | { readonly kind: "isotretinoin"; readonly stoppedOn: string | null }
  /** Taken once, without a day; or nobody knows whether it was taken at all. */
  | { readonly kind: "isotretinoin-undated" }
  | { readonly kind: "isotretinoin-unknown" };

interface Known {
  readonly allergies: readonly AllergyView[];
  readonly medicines: readonly MedicineView[];
  /** The consultation's answers; what was not asked is not there. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** What stands beside a name: allergies that still hold on the day, and isotretinoin, from the medicines or the answers. */
export function alertsOf({ allergies, medicines, answers }: Known, today: string): readonly PatientAlert[] {
  const held = allergies.filter(({ endedOn }) => endedOn === null || endedOn > today);
  const isotretinoin = medicines.filter(({ name }) => /isotretinoin|roaccutane|accutane/i.test(name));
  return [
    ...held.map(({ substance, reaction }) => ({ kind: "allergy" as const, substance, reaction })),
    ...distinct([...isotretinoin.map(({ stoppedOn }) => taken(stoppedOn)), ...answered(answers["isotretinoin"])]),
  ];
}

function taken(stoppedOn: string | null): PatientAlert {
  return { kind: "isotretinoin", stoppedOn };
}

function answered(given: unknown): readonly PatientAlert[] {
  const { answer, status, stoppedOn } = (given ?? {}) as {
    readonly answer?: string;
    readonly status?: string;
    readonly stoppedOn?: string;
  };
  if (answer === "unknown") return [{ kind: "isotretinoin-unknown" }];
  if (answer !== "yes") return [];
  if (stoppedOn) return [taken(stoppedOn)];
  return status === "stopped" ? [{ kind: "isotretinoin-undated" }] : [taken(null)];
}

/** The list and the answers often say the same. */
function distinct(alerts: readonly PatientAlert[]): readonly PatientAlert[] {
  const seen = new Set<string>();
  return alerts.filter((alert) => {
    const said = JSON.stringify(alert);
    return !seen.has(said) && seen.add(said);
  });
}
