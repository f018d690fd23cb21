import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";

/** A document as its facts: what is told stays apart from how it is laid out. */
export interface DocumentToPrint {
  readonly title: string;
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly footer: string;
  /** Stands in the file as its date, so that the same facts give the same document. */
  readonly madeAt: Date;
}

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "fields"; readonly fields: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: "drawing"; readonly svg: string; readonly widthPt: number };

const fontFolder = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "build/fonts/Roboto");

pdfmake.setFonts({
  Roboto: {
    normal: join(fontFolder, "Roboto-Regular.ttf"),
    bold: join(fontFolder, "Roboto-Medium.ttf"),
    italics: join(fontFolder, "Roboto-Italic.ttf"),
    bolditalics: join(fontFolder, "Roboto-MediumItalic.ttf"),
  },
});
// Nothing but our own fonts is ever read, from a disk or a network.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder));

/** Prints a document as PDF. */
export async function renderPdf(document: DocumentToPrint): Promise<Buffer> {
  const definition: TDocumentDefinitions = {
    info: { title: document.title, creationDate: document.madeAt, modDate: document.madeAt, producer: "fibril" },
    ...{ lang: document.language, displayTitle: true },
    pageSize: "A4",
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { font: "Roboto", fontSize: 10.5, lineHeight: 1.25 },
    content: [
      { text: document.title, fontSize: 18, bold: true, margin: [0, 0, 0, 12] },
      ...document.blocks.map(printBlock),
    ],
    footer: (page: number, pages: number) => ({
      text: `${document.footer} · ${page} / ${pages}`,
      fontSize: 8,
      color: "#5C6470",
      margin: [56, 20, 56, 0],
    }),
  };
  return Buffer.from(await pdfmake.createPdf(definition).getBuffer());
}

function printBlock(block: Block): Content {
  switch (block.kind) {
    case "heading":
      return { text: block.text, fontSize: 13, bold: true, margin: [0, 10, 0, 4] };
    case "paragraph":
      return { text: block.text, margin: [0, 0, 0, 6] };
    case "fields":
      return {
        layout: "lightHorizontalLines",
        table: {
          widths: ["40%", "60%"],
          body: block.fields.map(({ label, value }) => [{ text: label, color: "#5C6470" }, value]),
        },
        margin: [0, 4, 0, 8],
      };
    case "drawing":
      return { svg: block.svg, width: block.widthPt, margin: [0, 4, 0, 4] };
    default:
      return block satisfies never;
  }
}
