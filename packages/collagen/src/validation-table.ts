import table from "./data-table.json" with { type: "json" };
import type { DataRow } from "./data-table.ts";

export interface ValidationRow extends DataRow {
  readonly role: "validate";
  readonly modelSays: string;
  readonly verdict:
    | "agrees"
    | "consistent"
    | "weakly against"
    | "contradicts"
    | "fails"
    | "not comparable"
    | "not representable";
}

/** Kept out of the fit. Failures stay in: V4, V6 and V8 are shown wherever the model is. */
export const validationTable = table.rows.filter(({ role }) => role === "validate") as readonly ValidationRow[];
