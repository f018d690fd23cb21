import type { InputIssue, Result } from "@fibril/kernel";

/**
 * What a clinic's own plug-in gives for a licensed questionnaire. FACE-Q items may not be distributed with open-source
 * software (S5), so none is in here: the clinic brings items and conversion table under its own licence.
 */
export interface LicensedScale {
  readonly id: `licensed:${string}`;
  readonly label: string;
  readonly licenceHolder: string;
  readonly licenceReference: string;
  /** Rasch-transformed 0 to 100, higher is better (S100). */
  readonly range: { readonly min: 0; readonly max: 100 };
  readonly direction: "higher-is-better";
  readonly score: (answers: readonly number[]) => Result<number, readonly InputIssue[]>;
}
