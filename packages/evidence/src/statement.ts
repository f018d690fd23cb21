import type { SourceIds } from "./cited.ts";
import { constants } from "./constants.ts";
import type { SourceId } from "./sources.ts";
import type { Unsourced } from "./unsourced.ts";

export const statementParts = ["figures", "suitability", "protocol", "recovery", "measurement"] as const;
export type StatementPart = (typeof statementParts)[number];

/** One clinical statement of the product as a professional reads it: what it says and what it rests on. */
export interface Statement {
  readonly part: StatementPart;
  /** The table it stands in, in the clinic's words. */
  readonly table: string;
  /** Unique within its part. */
  readonly id: string;
  readonly says: string;
  readonly sources: SourceIds | Unsourced;
  /** What else was found, also where it disagrees. */
  readonly found: readonly { readonly says: string; readonly sources: SourceIds | Unsourced }[];
  /** How far sources differ or a clinic may go, in words; null where nothing was found. */
  readonly range: string | null;
}

/** The cells of a table's row that make it a statement; `found` and `range` where there is something to tell. */
export type StatementCells = Omit<Statement, "part" | "table" | "found" | "range"> & Partial<Statement>;

/** The rows of one table as statements. */
export function statementsIn(
  part: StatementPart,
  table: string,
  rows: readonly StatementCells[],
): readonly Statement[] {
  return rows.map((row) => ({ found: [], range: null, ...row, part, table }));
}

/** The figures that several parts share, as statements. */
export function figureStatements(): readonly Statement[] {
  return statementsIn(
    "figures",
    "Used by several parts",
    Object.entries(constants).map(([id, { value, unit, meaning, sources }]) => ({
      id,
      says: `${meaning}: ${value} ${unit}.`,
      sources,
    })),
  );
}

/** All that a reviewer signs below: where any of it changes, the statement is another one. */
export function statementContent({ says, sources, found, range }: Omit<Statement, "part" | "table" | "id">): string {
  return JSON.stringify([says, sources, found.map((position) => [position.says, position.sources]), range]);
}

/** Every source that statements cite, for themselves and for what else was found; each once. */
export function sourcesCitedBy(statements: readonly Statement[]): readonly SourceId[] {
  const cited = statements.flatMap(({ sources, found }) => [sources, ...found.map((position) => position.sources)]);
  return [...new Set(cited.flat().filter((id) => id !== "practice-unsourced"))];
}
