import table from "./data-table.json" with { type: "json" };

/** A row of the data table: an observation that the model is fitted to, or one that is kept out of the fit. */
export interface DataRow {
  readonly id: string;
  readonly role: "calibrate" | "validate";
  readonly study: string;
  readonly n: number | null;
  readonly species: "human" | "rat" | "rat and human" | "mouse" | "3-D skin model";
  readonly device: string;
  readonly depthMm: number | null;
  readonly schedule: string;
  readonly sessionDays: readonly number[] | null;
  /** When it was observed, from the first session. */
  readonly day: number | null;
  readonly stain: string | null;
  readonly observation: string;
  /** A ratio, a day or % a day, as the observation says; null where only a direction could be read. */
  readonly value: number | null;
  readonly sd: number | null;
  /** The study's own spread could not be read. */
  readonly sdAssumed: boolean;
  readonly doi: string | null;
  /** DOI, PMID or journal. */
  readonly reference: string | null;
  /** How far the source itself was read. */
  readonly mark: "seen" | "direction seen, number ours" | "mixed" | "secondary page";
  readonly status: string;
}

/** What is known, with its source and how far it was read; the JSON beside this file is the table itself. */
export const dataTable = table.rows as readonly DataRow[];

export const dataTableVersion = table.version;
