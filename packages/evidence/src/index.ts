export {
  type Cited,
  type EvidenceTier,
  type SourceIds,
  sourceById,
  sourcesForPatients,
  tierOf,
} from "./cited.ts";
export { type ConstantId, constants, type EvidenceConstant } from "./constants.ts";
export { type FoundingId, foundingDocument } from "./founding-document.ts";
export { type Source, type Tier, tiers } from "./source.ts";
export { isSourceId, type SourceId, sourceIds, sources } from "./sources.ts";
export {
  figureStatements,
  type Statement,
  type StatementCells,
  type StatementPart,
  sourcesCitedBy,
  statementContent,
  statementParts,
  statementsIn,
} from "./statement.ts";
export { type Unsourced, unsourced } from "./unsourced.ts";
export { unusedSources } from "./unused-sources.ts";
