import type { Cited, SourceIds } from "@fibril/evidence";
import type { QuestionId } from "./questions.ts";
import type { Anaesthetic, Concern, Fitzpatrick, UntilEvent } from "./screening.ts";

/** Whole civil days, or months of the civil calendar. */
export type Wait =
  | { readonly unit: "days"; readonly count: number }
  | { readonly unit: "months"; readonly count: number };

/** An instruction is followed; while a precondition is open, a session can't start. */
export type Adaptation =
  | { readonly kind: "instruction"; readonly text: string }
  | { readonly kind: "precondition"; readonly id: PreconditionId; readonly text: string };

export type PreconditionId = "antiviral-decision" | "guardian-consent" | "minor-assent";

/** When a row fits a "yes"; any "yes" where it is left out. */
export type Condition =
  | { readonly detail: string; readonly is: readonly (string | boolean)[] }
  | { readonly anaesthetic: readonly Anaesthetic[] };

/** When a row fits the patient or the request, without a question. */
export type PatientCondition =
  | { readonly ageFrom: number; readonly ageTo: number }
  | { readonly fitzpatrick: readonly Fitzpatrick[] }
  | { readonly concern: Concern };

/** How far a clinic may change the wait of a row: only inside what was found, in the row's own unit. */
export interface DocumentedRange {
  readonly min: number;
  readonly max: number;
  /** `person`: never for everyone, only for one person by a prescriber. */
  readonly scope: "clinic" | "person";
}

/** A milder position that a label documents: a clinic may take it before the row's own verdict, and go no further. */
export interface MilderPosition {
  readonly verdict: "adapt";
  /** When it fits; where it does not, or where that is unknown, the row itself holds. */
  readonly when: Condition;
  readonly reason: string;
  readonly adaptations: readonly [Adaptation, ...Adaptation[]];
  readonly sources: SourceIds;
}

/** A position found in the literature or on a label, also where it disagrees with the row. */
export interface FoundPosition {
  readonly says: string;
  readonly sources: SourceIds;
}

interface RuleText extends Cited {
  readonly id: string;
  readonly verdict: "do-not-treat" | "refer" | "defer" | "adapt";
  /** `{wait}` stands for the row's wait, so that a changed wait is never told wrongly. */
  readonly reason: string;
  readonly adaptations?: readonly Adaptation[];
  /** Every position found, in the words of the evidence table. */
  readonly found?: readonly FoundPosition[];
}

/** One row of the table: to change a clinical rule, change its row and its test rows. */
export interface Rule extends RuleText {
  readonly when?: Condition;
  /** The row fits less than `wait` after the date in this detail; without it a `wait` is only told in the texts. */
  readonly after?: string;
  readonly wait?: Wait;
  readonly until?: UntilEvent;
  readonly range?: DocumentedRange;
  readonly milder?: MilderPosition;
  /** Set on the row that a clinic's change put before the founding one. */
  readonly isMilder?: true;
  /** Who may override, where it is not what the verdict says. */
  readonly override?: "prescriber";
}

export interface PatientRule extends RuleText {
  readonly when: PatientCondition;
}

/** A change of one wait, or of which documented position holds, signed by a named clinician. */
export interface RuleChange {
  readonly rule: string;
  /** A wait in the row's own unit; where the row has a milder position, 1 takes it and 0 gives it back. */
  readonly count: number;
  readonly scope: { readonly kind: "clinic" } | { readonly kind: "person"; readonly patientId: string };
  readonly signedBy: {
    readonly name: string;
    readonly registration: string;
    readonly role: "practitioner" | "prescriber";
  };
  readonly signedOn: string;
  readonly reason: string;
}

/** A versioned set of rules; a screening names the set it was made with. */
export interface RuleSet {
  readonly id: string;
  readonly version: string;
  /** The registered clinician who has reviewed and signed the set; null until one has. */
  readonly reviewedBy: string | null;
  readonly questions: Readonly<Record<QuestionId, readonly [Rule, ...Rule[]]>>;
  readonly patient: readonly PatientRule[];
  readonly changes: readonly RuleChange[];
}
