// The marks behind each sentence of an education page: [S45] a source, [practice] none seen, [founding] the article.
import { foundingDocument, isSourceId, sources } from "@fibril/evidence";

/** A run of marks such as `[S4] [S77]`. */
export const markRun = /\[(?:S\d+|practice|founding)\](?:\s*\[(?:S\d+|practice|founding)\])*/;

/** @returns the mark's names, without brackets. */
export function marksIn(text) {
  return [...text.matchAll(/\[(S\d+|practice|founding)\]/g)].map(([, mark]) => mark);
}

/** Why a mark may not stand on a patient's page, or null. Clinic pages and second-hand guides are for professionals. */
export function markProblem(mark) {
  if (mark === "practice" || mark === "founding") return null;
  if (!isSourceId(mark)) return "not in the register";
  const { tier } = sources[mark];
  return tier === "L" || tier === "R" ? null : `tier ${tier} is not for patients`;
}

const tierWords = { L: "Regulator or label", R: "Research paper" };

/** What a footnote says of a mark, in plain words, with an address where one is known. */
export function footnoteOf(mark) {
  if (mark === "practice")
    return {
      kind: "Common practice",
      title: "What careful clinics do, or our own reading. We saw no study or label for it that we may show you.",
      identifier: "",
      read: "",
      address: null,
    };
  if (mark === "founding")
    return {
      kind: "Where this began",
      title: `${foundingDocument.title}. It says what patients are often told. It is not proof.`,
      identifier: "",
      read: "",
      address: null,
    };
  const { tier, title, year, identifier, seen } = sources[mark];
  return {
    kind: tierWords[tier],
    title: `${title}${year === null ? "" : `, ${year}`}.`,
    identifier,
    read: `We read: ${seen}.`,
    address: addressOf(identifier),
  };
}

function addressOf(identifier) {
  const [doi] = /\b10\.\d{4,}\/[^\s,;]+/.exec(identifier) ?? [];
  if (doi) return `https://doi.org/${doi}`;
  const [pmc] = /\bPMC\d+/.exec(identifier) ?? [];
  if (pmc) return `https://www.ncbi.nlm.nih.gov/pmc/articles/${pmc}/`;
  const [, pmid] = /\bPMID (\d+)/.exec(identifier) ?? [];
  return pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : null;
}
