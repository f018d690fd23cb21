import type { StatementView } from "@fibril/contract";

export type ReviewState = "open" | "changed" | "current";

export interface StatementFilter {
  readonly words: string;
  readonly part: StatementView["part"] | "";
  readonly tier: StatementView["tier"] | "";
  readonly state: ReviewState | "";
}

export const noFilter: StatementFilter = { words: "", part: "", tier: "", state: "" };

export function reviewStateOf({ review }: Pick<StatementView, "review">): ReviewState {
  if (review === null) return "open";
  return review.isCurrent ? "current" : "changed";
}

/** Statements that hold every word typed, in their text, id, table or sources, and fit what was chosen. */
export function filterStatements(
  statements: readonly StatementView[],
  { words, part, tier, state }: StatementFilter,
): readonly StatementView[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return statements.filter(
    (statement) =>
      (part === "" || statement.part === part) &&
      (tier === "" || statement.tier === tier) &&
      (state === "" || reviewStateOf(statement) === state) &&
      holdsAll(statement, wanted),
  );
}

/** A source id counts only whole, so that S6 does not find S60. */
function holdsAll({ says, id, table, sources, found }: StatementView, wanted: readonly string[]): boolean {
  const text = [says, id, table, ...found.map((position) => position.says)].join(" ").toLowerCase();
  const cited = [...sources, ...found.flatMap((position) => position.sources)].map((source) => source.toLowerCase());
  return wanted.every((word) => (/^s\d+$/.test(word) ? cited.includes(word) : text.includes(word)));
}

export interface StatementTable {
  readonly name: string;
  readonly part: StatementView["part"];
  readonly statements: readonly StatementView[];
}

/** In the order in which they were listed, one group a table of one part. */
export function tablesOf(statements: readonly StatementView[]): readonly StatementTable[] {
  const tables = new Map<string, { name: string; part: StatementView["part"]; statements: StatementView[] }>();
  for (const statement of statements) {
    const key = `${statement.part} ${statement.table}`;
    const table = tables.get(key) ?? { name: statement.table, part: statement.part, statements: [] };
    table.statements.push(statement);
    tables.set(key, table);
  }
  return [...tables.values()];
}

/** One name over the whole product. */
export function keyOf({ part, id }: Pick<StatementView, "part" | "id">): string {
  return `${part} ${id}`;
}
