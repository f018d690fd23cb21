import { isSourceId, sourceById } from "@fibril/evidence";
import type { Footnote } from "../../ui/footnotes.tsx";

export interface Paragraph {
  readonly text: string;
  readonly notes: readonly Footnote[];
}

/** A text's paragraphs; `[S14]` becomes a footnote, and `[practice]` says that no source was seen. */
export function paragraphsOf(body: string, practice: string): Paragraph[] {
  return body.split("\n\n").map((paragraph) => ({
    text: paragraph.replaceAll(/\s*\[[^\]]+\]/g, ""),
    notes: [...paragraph.matchAll(/\[([^\]]+)\]/g)].map(([, id = ""]) => ({ id, text: noteOf(id, practice) })),
  }));
}

function noteOf(id: string, practice: string): string {
  if (!isSourceId(id)) return practice;
  const { title, year, identifier } = sourceById(id);
  return `${title}${year === null ? "" : ` (${year})`}. ${identifier}.`;
}
