import type { CartridgeContext } from "./cartridges.ts";
import type { PlannedDepth } from "./planned-depth.ts";
import type { SessionRecord } from "./session-record.ts";

/** Something that keeps a record from being signed, at a dotted place in it. */
export interface Gap {
  readonly code: string;
  readonly path: string;
  readonly words: string;
  /** `missing`: not recorded yet. `refused`: recorded, and against a rule that has no override. */
  readonly kind: "missing" | "refused";
  /** The finding of the protocol that fired, under which its reason is kept; null for gaps of the record itself. */
  readonly finding: string | null;
}

/** What is known outside the record on the day of signing. */
export interface SigningContext extends CartridgeContext {
  readonly person: {
    readonly ageYears: number | null;
    readonly weightKg: number | null;
    readonly fitzpatrick: 1 | 2 | 3 | 4 | 5 | 6 | null;
  };
  /** Whether a signed decision of today permits treatment; null where there is none. */
  readonly permittedToday: boolean | null;
  /** Preconditions of that decision which nobody has recorded as met. */
  readonly openPreconditions: readonly string[];
  readonly consentInForce: boolean;
  /** The plan by zone as it stood when the session began; null where there was none. */
  readonly plan: readonly PlannedDepth[] | null;
}

export type FindGaps = (record: SessionRecord, context: SigningContext) => readonly Gap[];

export function gap(code: string, path: string, words: string): Gap {
  return { code, path, words, kind: "missing", finding: null };
}

export function refusal(code: string, path: string, words: string): Gap {
  return { code, path, words, kind: "refused", finding: null };
}

export function when(isMissing: boolean, code: string, path: string, words: string): readonly Gap[] {
  return isMissing ? [gap(code, path, words)] : [];
}

export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === "";
}
