import { professionalSources } from "./professional-sources.ts";
import { publicSources } from "./public-sources.ts";

/**
 * The register. The original work is cited; to add a source, add its row to the part of its tier and use it in a rule.
 */
export const sources = { ...publicSources, ...professionalSources };

export type SourceId = keyof typeof sources;

const numberOf = (id: SourceId) => Number(id.slice(1));

/** Every id of the register, by number. */
export const sourceIds = (Object.keys(sources) as SourceId[]).sort((left, right) => numberOf(left) - numberOf(right));

export function isSourceId(id: string): id is SourceId {
  return Object.hasOwn(sources, id);
}
