import { monitorEventLoopDelay } from "node:perf_hooks";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { printDocument } from "./print-document.ts";
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
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1L8 8"/></svg>',
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
      { kind: "image", png, widthPt: 50 },
      { kind: "fields", fields: [] },
    ];
    expect((await renderPdf({ ...document, blocks })).toString("latin1")).toContain("/Subtype /Image");
  });

  it("reads no file that a drawing names", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="/etc/hostname" width="9" height="9"/></svg>';
    const printed = printDocument({ ...document, blocks: [{ kind: "drawing", svg, widthPt: 9 }] });
    const raw = await printed.then(
      (pdf) => pdf.toString("latin1"),
      () => "",
    );
    expect(raw).not.toContain("/Subtype /Image");
  });

  it("keeps nobody else waiting for longer than 200 ms", async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await renderPdf(document);
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(200);
  });
});
