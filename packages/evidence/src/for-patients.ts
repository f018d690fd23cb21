import { publicSources } from "./public-sources.ts";
import type { Source } from "./source.ts";

/** A source that a patient may be shown, by its id; null for one of a professional's tier, or none. */
export function publicSource(id: string): Source | null {
  return Object.hasOwn(publicSources, id) ? publicSources[id as keyof typeof publicSources] : null;
}
