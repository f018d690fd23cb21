import { publicSource } from "@fibril/evidence/for-patients";
import { messages } from "../../messages/index.ts";
import type { Footnote } from "../../ui/footnotes.tsx";

/** What a patient may be shown of the sources, as footnotes; what rests on practice alone says so. */
export function patientFootnotes(ids: readonly string[]): readonly Footnote[] {
  return ids.flatMap((id) => {
    const source = publicSource(id);
    return source ? [{ id, text: messages.portal.consent.source(source.title, source.year) }] : [];
  });
}

export interface TextPart {
  readonly text: string;
  readonly sources: readonly string[];
}

/** A paragraph of a consent text and the sources that its marks `[S14]` name; `[practice]` is kept as words. */
export function paragraphsOf(body: string): readonly TextPart[] {
  return body.split(/\n{2,}/).map((paragraph) => ({
    text: paragraph.replaceAll(/\s*\[(S\d+|practice)\]/g, "").trim(),
    sources: [...paragraph.matchAll(/\[(S\d+)\]/g)].map((mark) => mark[1] ?? ""),
  }));
}
