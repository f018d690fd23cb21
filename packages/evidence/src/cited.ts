import type { Source, Tier } from "./source.ts";
import { tiers } from "./source.ts";
import { type SourceId, sources } from "./sources.ts";
import type { Unsourced } from "./unsourced.ts";

/** What a clinical statement rests on: at least one source of the register, or the admission that none was seen. */
export type SourceIds = readonly [SourceId, ...SourceId[]];

/** Every rule, figure and instruction carries this; anything else does not compile. */
export interface Cited {
  readonly sources: SourceIds | Unsourced;
}

export type EvidenceTier = Tier | "practice";

/** The best tier of the sources, in the order L, R, G, C; `practice` where no source was seen. */
export function tierOf(cited: SourceIds | Unsourced): EvidenceTier {
  let best: number = tiers.length;
  for (const id of cited) if (id !== "practice-unsourced") best = Math.min(best, tiers.indexOf(sources[id].tier));
  return tiers[best] ?? "practice";
}

/** The sources a patient may be shown: regulator, label and peer-reviewed; C and G are for professionals only. */
export function sourcesForPatients(ids: readonly SourceId[]): readonly SourceId[] {
  return ids.filter((id) => sources[id].tier === "L" || sources[id].tier === "R");
}

/** A source with its own id beside what the register says of it. */
export function sourceById(id: SourceId): Source & { readonly id: SourceId } {
  return { id, ...sources[id] };
}
