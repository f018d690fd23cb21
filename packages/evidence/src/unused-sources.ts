import { type SourceId, sourceIds } from "./sources.ts";

/** The sources of the register that nothing cites, in the order of the register. */
export function unusedSources(used: Iterable<SourceId>): readonly SourceId[] {
  const cited = new Set(used);
  return sourceIds.filter((id) => !cited.has(id));
}
