import { withReferences } from "./references.ts";

/** Words with their papers to open. */
export function Referenced({ text }: { readonly text: string }) {
  return withReferences(text).map(({ text: piece, address }) =>
    address === null ? (
      piece
    ) : (
      <a key={piece} href={address} target="_blank" rel="noopener noreferrer">
        {piece}
      </a>
    ),
  );
}
