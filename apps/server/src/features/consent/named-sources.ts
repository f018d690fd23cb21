import { isSourceId, sourceById, sourcesForPatients } from "@fibril/evidence";

interface NamedSource {
  readonly label: string;
  readonly value: string;
}

/** What the marks `[S14]` and `[practice]` of a text stand for, each once; patients are not told of sources for professionals. */
export function namedSources(body: string): readonly NamedSource[] {
  const marks = new Set([...body.matchAll(/\[(S\d+|practice)\]/g)].map(([, mark = ""]) => mark));
  return [...marks].map((label) => ({ label, value: inWords(label) }));
}

function inWords(mark: string): string {
  if (mark === "practice") return "Common practice: no study or label was seen for it.";
  const [id] = sourcesForPatients(isSourceId(mark) ? [mark] : []);
  if (!id) return "Read by professionals only: ask the clinic.";
  const { title, year, identifier } = sourceById(id);
  return `${title}${year === null ? "" : ` (${year})`}. ${identifier}.`;
}
