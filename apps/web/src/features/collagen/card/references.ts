interface Piece {
  readonly text: string;
  /** Null for plain words. */
  readonly address: string | null;
}

const patterns = [
  { find: /\b10\.\d{4,}\/[^\s,;)]+/, address: (found: string) => `https://doi.org/${found}` },
  { find: /\bPMID \d+/, address: (found: string) => `https://pubmed.ncbi.nlm.nih.gov/${found.slice(5)}/` },
  { find: /\bPMC\d+/, address: (found: string) => `https://pmc.ncbi.nlm.nih.gov/articles/${found}/` },
] as const;

/** Words in which a DOI, a PMID or a PMC number is a link. */
export function withReferences(text: string): readonly Piece[] {
  const hits = patterns.flatMap(({ find, address }) => {
    const [found] = find.exec(text) ?? [];
    return found === undefined ? [] : [{ found, at: text.indexOf(found), address: address(found) }];
  });
  const first = hits.sort((one, other) => one.at - other.at)[0];
  if (!first) return text === "" ? [] : [{ text, address: null }];
  const before = text.slice(0, first.at);
  return [
    ...(before === "" ? [] : [{ text: before, address: null }]),
    { text: first.found, address: first.address },
    ...withReferences(text.slice(first.at + first.found.length)),
  ];
}
