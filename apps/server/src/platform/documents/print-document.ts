import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Block, DocumentToPrint, Field } from "./document.ts";
import { drawableText } from "./drawable-text.ts";

const fontFolder = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "build/fonts/Roboto");
const regular = join(fontFolder, "Roboto-Regular.ttf");
const bold = join(fontFolder, "Roboto-Medium.ttf");

pdfmake.setFonts({ Roboto: { normal: regular, bold, italics: regular, bolditalics: bold } });
// Nothing but our own fonts is ever read, from a disk or a network.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);

/** Both weights draw the same characters. */
const drawable = drawableText(readFileSync(regular));
const quiet = "#5C6470";

/** Lays a document out on A4. Takes up to a second of one core: see `renderPdf`, which does it in a thread. */
export async function printDocument(document: DocumentToPrint): Promise<Buffer> {
  const definition: TDocumentDefinitions = {
    info: { title: document.title, creationDate: document.madeAt, modDate: document.madeAt, producer: "fibril" },
    language: document.language,
    displayTitle: true,
    pageSize: "A4",
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { font: "Roboto", fontSize: 10.5, lineHeight: 1.25 },
    content: [
      { text: drawable(document.title), fontSize: 18, bold: true, margin: [0, 0, 0, 12] },
      ...document.blocks.map(printBlock),
    ],
    footer: (page: number, pages: number) => ({
      text: `${drawable(document.footer)} · ${page} / ${pages}`,
      fontSize: 8,
      color: quiet,
      margin: [56, 20, 56, 0],
    }),
  };
  return Buffer.from(await pdfmake.createPdf(definition).getBuffer());
}

function printBlock(block: Block): Content {
  switch (block.kind) {
    case "heading":
      return { text: drawable(block.text), fontSize: 13, bold: true, margin: [0, 10, 0, 4] };
    case "paragraph":
      return { text: drawable(block.text), margin: [0, 0, 0, 6] };
    case "fields":
      return block.fields.length === 0 ? "" : printFields(block.fields);
    case "drawing":
      return { svg: block.svg, width: block.widthPt, margin: [0, 4, 0, 4] };
    case "image": {
      const base64 = Buffer.from(block.png).toString("base64");
      return { image: `data:image/png;base64,${base64}`, width: block.widthPt, margin: [0, 4, 0, 4] };
    }
    default:
      return block satisfies never;
  }
}

/** Rows may break: kept whole (`dontBreakRows`), a value longer than a page would vanish without a word. */
function printFields(fields: readonly Field[]): Content {
  return {
    layout: "lightHorizontalLines",
    table: {
      widths: ["40%", "60%"],
      body: fields.map(({ label, value }) => [{ text: drawable(label), color: quiet }, drawable(value)]),
    },
    margin: [0, 4, 0, 8],
  };
}
