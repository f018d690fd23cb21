import {
  figureStatements,
  type Statement,
  type StatementPart,
  sourceById,
  sourceIds,
  sourcesCitedBy,
  statementParts,
  tierOf,
  tiers,
  unusedSources,
} from "@fibril/evidence";
import { measurementStatements } from "@fibril/measurement";
import { protocolStatements } from "@fibril/protocol";
import { recoveryStatements } from "@fibril/recovery";
import { type RuleSet, suitabilityStatements } from "@fibril/suitability";
import { z } from "zod";
import { Instant, ShortText } from "./common.ts";

const Tier = z.enum([...tiers, "practice"]);

/** A named clinician's signature below a statement, as it then read. */
export const ReviewView = z.object({
  by: z.string(),
  registration: z.string(),
  at: Instant,
  /** False where the statement has changed since it was signed: then it needs another review. */
  isCurrent: z.boolean(),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const StatementView = z.object({
  part: z.enum(statementParts),
  table: z.string(),
  id: z.string(),
  says: z.string(),
  sources: z.array(z.string()),
  found: z.array(z.object({ says: z.string(), sources: z.array(z.string()) })),
  range: z.string().nullable(),
  tier: Tier,
  /** The newest signature; null until a named clinician has signed. */
  review: ReviewView.nullable(),
});
export type StatementView = z.infer<typeof StatementView>;

export const SourceView = z.object({
  id: z.string(),
  tier: z.enum(tiers),
  title: z.string(),
  year: z.number().int().nullable(),
  identifier: z.string(),
  seen: z.string(),
  /** Statements that cite it, as `part: id`. */
  usedBy: z.array(z.string()),
});
export type SourceView = z.infer<typeof SourceView>;

export const EvidenceView = z.object({
  ruleSet: z.object({ id: z.string(), version: z.string() }),
  statements: z.array(StatementView),
  sources: z.array(SourceView),
  /** Whether the caller may sign: a clinician whose registration number is on file. */
  signer: z.object({ maySign: z.boolean(), name: z.string(), registration: z.string().nullable() }),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

/** One signature below one statement or several that were read together. */
export const ReviewStatementsBody = z.strictObject({
  statements: z
    .array(
      z.strictObject({
        part: z.enum(statementParts),
        id: ShortText,
        /** The words that were read: where they differ from today's, nothing is signed. */
        says: z.string().max(2_000),
      }),
    )
    .min(1)
    .max(400),
  /** The signer's own password, typed again. */
  password: z.string().min(1).max(200),
});

/** Every statement of the product, of the four clinical parts and the shared figures, with the given screening rules. */
export function clinicalStatements(ruleSet: RuleSet): readonly Statement[] {
  return [
    ...figureStatements(),
    ...suitabilityStatements(ruleSet),
    ...protocolStatements(),
    ...recoveryStatements(),
    ...measurementStatements(),
  ];
}

/** Each source of the register with the statements that cite it. */
export function sourcesWithUse(statements: readonly Statement[]): SourceView[] {
  const usedBy = new Map<string, string[]>();
  for (const statement of statements) {
    for (const id of sourcesCitedBy([statement])) {
      usedBy.set(id, [...(usedBy.get(id) ?? []), `${statement.part}: ${statement.id}`]);
    }
  }
  return sourceIds.map((id) => ({ ...sourceById(id), usedBy: usedBy.get(id) ?? [] }));
}

/** The sources that no statement of any part cites, in the order of the register. */
export function sourcesUnusedBy(statements: readonly Statement[]) {
  return unusedSources(sourcesCitedBy(statements)).map(sourceById);
}

export function statementTier({ sources }: Pick<Statement, "sources">) {
  return tierOf(sources);
}

export type { Statement, StatementPart };
