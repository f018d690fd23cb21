/** The token after the # of a link: it never leaves the browser in an address, so no log has it. Null where it is cut off. */
export function tokenIn(hash: string): string | null {
  const token = hash.replace(/^#/, "").trim();
  return token.length >= 6 && token.length <= 200 ? token : null;
}

const link = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

export interface MessagePart {
  readonly text: string;
  /** Where it leads inside this application; null for plain text. */
  readonly href: string | null;
}

/** A message as text and links; a link to our own pages keeps its path and token, whatever host it names. */
export function messageParts(text: string): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  let end = 0;
  for (const match of text.matchAll(link)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    const url = new URL(match[0]);
    parts.push({ text: match[0], href: `${url.pathname}${url.search}${url.hash}` });
    end = match.index + match[0].length;
  }
  return end < text.length ? [...parts, { text: text.slice(end), href: null }] : parts;
}
