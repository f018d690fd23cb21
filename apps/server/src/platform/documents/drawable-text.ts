/**
 * Makes text drawable by a typeface without losing any of it: a character that the typeface lacks, which a PDF would
 * show as an empty box, stands as its Unicode number (王 as `[U+738B]`).
 */
export function drawableText(typeface: Buffer): (text: string) => string {
  const drawn = drawnCharacters(typeface);
  const canDraw = (code: number) => code === lineFeed || (code >= firstPrinted && drawn.has(code));
  return (text) =>
    Array.from(text.normalize("NFC").replaceAll(/\r\n?/g, "\n").replaceAll("\t", " "), (character) => {
      const code = character.codePointAt(0) ?? 0;
      return canDraw(code) ? character : `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
    }).join("");
}

const lineFeed = 10;
/** Below stand control characters, for some of which a typeface has an empty glyph. */
const firstPrinted = 32;

/** The characters that a TrueType file has a glyph for, read from its `cmap` subtable in format 4. */
export function drawnCharacters(typeface: Buffer): Set<number> {
  const cmap = findTable(typeface, "cmap");
  const subtables = Array.from(
    { length: typeface.readUInt16BE(cmap + 2) },
    (_, index) => cmap + typeface.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const table = subtables.find((offset) => typeface.readUInt16BE(offset) === 4);
  if (table === undefined) throw new Error("the typeface does not say which characters it draws");
  const drawn = new Set<number>();
  const columnBytes = typeface.readUInt16BE(table + 6);
  for (let row = 0; row < columnBytes; row += 2) {
    const ends = table + 14 + row;
    // Between the ends and the starts stand two bytes of padding.
    const starts = ends + columnBytes + 2;
    for (let code = typeface.readUInt16BE(starts); code <= typeface.readUInt16BE(ends); code++) {
      if (glyphOf(typeface, { code, starts, columnBytes }) !== 0) drawn.add(code);
    }
  }
  return drawn;
}

interface Segment {
  readonly code: number;
  readonly starts: number;
  readonly columnBytes: number;
}

/** 0 is the empty box. */
function glyphOf(typeface: Buffer, { code, starts, columnBytes }: Segment): number {
  const deltas = starts + columnBytes;
  const rangeOffsets = deltas + columnBytes;
  const delta = typeface.readUInt16BE(deltas);
  const rangeOffset = typeface.readUInt16BE(rangeOffsets);
  if (rangeOffset === 0) return (code + delta) & 0xffff;
  const listed = typeface.readUInt16BE(rangeOffsets + rangeOffset + 2 * (code - typeface.readUInt16BE(starts)));
  return listed === 0 ? 0 : (listed + delta) & 0xffff;
}

function findTable(typeface: Buffer, name: string): number {
  const tables = typeface.readUInt16BE(4);
  for (let record = 12; record < 12 + tables * 16; record += 16) {
    if (typeface.toString("latin1", record, record + 4) === name) return typeface.readUInt32BE(record + 8);
  }
  throw new Error(`the typeface has no table ${name}`);
}
