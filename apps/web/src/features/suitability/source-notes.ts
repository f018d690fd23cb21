import { isSourceId, sourceById } from "@fibril/evidence";
import { messages } from "../../messages/index.ts";
import type { Footnote } from "../../ui/footnotes.tsx";

const text = messages.suitability;

/** Every source of a finding with its strength in words; professionals see every tier. */
export function sourceNotes(ids: readonly string[]): Footnote[] {
  return ids.map((id) => {
    if (!isSourceId(id)) return { id, text: text.practiceNote };
    const { title, year, identifier, tier, seen } = sourceById(id);
    return {
      id,
      text: text.sourceText(title, year === null ? "" : ` (${year})`, identifier, text.tiers[tier], seen),
    };
  });
}
