import { monitorEventLoopDelay } from "node:perf_hooks";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { printDocument } from "./print-document.ts";
import { readPdfStructure } from "./read-pdf-structure.testing.ts";
import { readPdfText } from "./read-pdf-text.testing.ts";
import { type Block, countFields, type DocumentToPrint, renderPdf } from "./render-pdf.ts";

const answers = Array.from({ length: 40 }, (_, index) => ({
  label: `Question number ${index + 1}`,
  value: `Answer number ${index + 1}: once, ${2000 + index}`,
}));
const paragraph: Block = { kind: "paragraph", text: "What is done and what may happen afterwards. ".repeat(12) };

const document: DocumentToPrint = {
  title: "Agreement",
  language: "en-GB",
  footer: "Demo clinic · version 3",
  madeAt: new Date("2026-01-05T09:07:03Z"),
  blocks: [
    { kind: "heading", text: "The text" },
    ...Array.from({ length: 12 }, () => paragraph),
    { kind: "fields", fields: answers },
    {
      kind: "drawing",
      path: "M1 1L8 8",
      width: 9,
      height: 9,
      alt: "A line",
      widthPt: 99,
    },
  ],
};

const withValue = (value: string) => ({
  ...document,
  blocks: [{ kind: "fields", fields: [{ label: "Name", value }] }] as const,
});
const squeezed = (text: string) => text.replaceAll(/\s/g, "");

describe("printing a document", () => {
  it("prints every answered field, whatever page it falls on", async () => {
    const text = squeezed(readPdfText(await renderPdf(document)));
    expect(countFields(document)).toBe(40);
    for (const { label, value } of answers) expect(text).toContain(squeezed(label) + squeezed(value));
    for (const told of ["Agreement", "Thetext", "Democlinic·version3·1/"]) expect(text).toContain(told);
  });

  it("prints the whole of an answer that is longer than a page", async () => {
    const words = Array.from({ length: 2000 }, (_, index) => `word${index}`);
    const text = readPdfText(await printDocument(withValue(words.join(" "))));
    expect(text.match(/word\d+/g)).toEqual(words);
  });

  it("gives the same bytes for the same facts, and others on another date", async () => {
    const first = await renderPdf(document);
    expect((await renderPdf(document)).equals(first)).toBe(true);
    const later = await renderPdf({ ...document, madeAt: new Date("2026-01-05T09:07:04Z") });
    expect(later.equals(first)).toBe(false);
  });

  it("says its title, its language and its date", async () => {
    const raw = (await printDocument(document)).toString("latin1");
    for (const told of ["/Lang (en-GB)", "(Agreement)", "/DisplayDocTitle true", "(D:20260105090703Z)"]) {
      expect(raw.includes(told)).toBe(true);
    }
  });

  it.each(["Łukasz Żółć", "Ελένη", "Ольга", "Nguyễn Thị Ánh", "Zoë"])("prints the name %s as it is", async (name) => {
    expect(squeezed(readPdfText(await printDocument(withValue(name))))).toContain(squeezed(name));
  });

  it("prints a character that the typeface lacks as its number, so that nothing is lost", async () => {
    const text = squeezed(readPdfText(await printDocument(withValue("王 محمد 🙂"))));
    expect(text).toContain("[U+738B][U+0645][U+062D][U+0645][U+062F][U+1F642]");
  });

  it("prints an image, and a list of no fields as nothing", async () => {
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#c00" } })
      .png()
      .toBuffer();
    const blocks: readonly Block[] = [
      { kind: "image", png, alt: "A red square", widthPt: 50 },
      { kind: "fields", fields: [] },
    ];
    expect((await renderPdf({ ...document, blocks })).toString("latin1")).toContain("/Subtype /Image");
  });

  it("draws no file that a drawing names, and no word of it", async () => {
    const path = 'M1 1L8 8"/><image href="/etc/hostname"/>';
    const raw = await printDocument({
      ...document,
      blocks: [{ kind: "drawing", path, width: 9, height: 9, alt: "A line", widthPt: 9 }],
    }).then(
      (pdf) => pdf.toString("latin1"),
      () => "",
    );
    expect(raw).not.toContain("/Subtype /Image");
  });

  it("carries every part's role in the order in which it is read", async () => {
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#c00" } })
      .png()
      .toBuffer();
    const blocks: readonly Block[] = [
      { kind: "heading", text: "Answers" },
      { kind: "paragraph", text: "As they were given." },
      {
        kind: "fields",
        fields: [
          { label: "Pregnant", value: "no" },
          { label: "Keloids", value: "yes" },
        ],
      },
      { kind: "drawing", path: "M1 1L8 8", width: 9, height: 9, alt: "Drawn signature", widthPt: 99 },
      { kind: "image", png, alt: "A red square", widthPt: 50 },
    ];
    const { roles, isMarked, alts, scopes } = readPdfStructure(await printDocument({ ...document, blocks }));
    const row = ["TR", ["TH", "TD"]];
    expect(isMarked).toBe(true);
    expect(roles).toEqual(["Document", ["H1", "H2", "P", ["Table", [row, row]], "Figure", "Figure"]]);
    expect(alts).toEqual(["Drawn signature", "A red square"]);
    expect(scopes).toBe(2);
  });

  it("has a row of its own in that order for each answered field, and leaves no word outside it", async () => {
    const pdf = await renderPdf(document);
    const { roles, unmarked } = readPdfStructure(pdf);
    expect(JSON.stringify(roles).split('"TR"').length - 1).toBe(countFields(document));
    expect(unmarked).toEqual([]);
    expect(pdf.toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  it("keeps nobody else waiting for longer than 200 ms", async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await renderPdf(document);
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(200);
  });
});
