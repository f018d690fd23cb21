import { inflateSync } from "node:zlib";

/** Reads a PDF of ours back, for tests: each glyph through its font's own table to the characters it stands for. */
export function readPdfText(pdf: Buffer): string {
  const objects = readObjects(pdf.toString("latin1"));
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const body of objects.values()) {
    for (const [, name = "", id = ""] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1];
      if (table) fonts.set(name, readGlyphTable(objects.get(table) ?? ""));
    }
  }
  return [...objects.values()].map((body) => readPage(body, fonts)).join("\n");
}

/** Every object by its number, what is packed unpacked. */
export function readObjects(raw: string): ReadonlyMap<string, string> {
  return new Map(
    [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = "", body = ""]) => {
      const stream = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1];
      const packed = stream !== undefined && body.includes("/FlateDecode") && !body.includes("/Length1");
      return [id, packed ? inflateSync(Buffer.from(stream, "latin1")).toString("latin1") : body];
    }),
  );
}

function readGlyphTable(table: string): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, first = "", list = ""] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    for (const [index, [, utf16 = ""]] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, "0");
      glyphs.set(glyph, Buffer.from(utf16.replaceAll(" ", ""), "hex").swap16().toString("utf16le"));
    }
  }
  return glyphs;
}

function readPage(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  const text: string[] = [];
  for (const [, name, line] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name);
    for (const [, hex = ""] of (line ?? "").matchAll(/<([0-9a-f]+)>/gi)) {
      text.push(...(hex.match(/.{4}/g) ?? []).map((glyph) => font?.get(glyph) ?? "?"));
    }
  }
  return text.join("");
}
