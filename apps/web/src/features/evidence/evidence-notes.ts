import { isSourceId, sourceById } from "@fibril/evidence";
import { messages } from "../../messages/index.ts";
import type { Footnote } from "../../ui/footnotes.tsx";

const { evidence, suitability } = messages;

/** Every source with its strength in words; what rests on practice alone says so. */
export function evidenceNotes(ids: readonly string[]): Footnote[] {
  return ids.map((id) => {
    if (!isSourceId(id)) return { id, text: suitability.practiceNote };
    const { title, year, identifier, tier, seen } = sourceById(id);
    const when = year === null ? "" : ` (${year})`;
    return { id, text: `${id}: ${suitability.sourceText(title, when, identifier, evidence.tiers[tier], seen)}` };
  });
}
