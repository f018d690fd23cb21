import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import PDFDocument from "pdfkit";
import type { Block, DocumentToPrint, Drawing, Field, Image } from "./document.ts";
import { drawableText } from "./drawable-text.ts";

/** The fonts that pdfmake carries; its own layout gives a document no structure. */
const fontFolder = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "build/fonts/Roboto");
const regular = join(fontFolder, "Roboto-Regular.ttf");
const bold = join(fontFolder, "Roboto-Medium.ttf");

/** Both weights draw the same characters. */
const drawable = drawableText(readFileSync(regular));
const ink = "#20242B";
const quiet = "#5C6470";
const line = "#D8D5CE";
const margins = { top: 56, left: 56, right: 56, bottom: 64 };
const bodyPt = 10.5;
const labelShare = 0.4;
const columnGapPt = 12;
const rowPaddingPt = 3;

/** pdfkit knows it, its types do not yet. */
const universalAccess: object = { subset: "PDF/UA" };

type Pdf = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Pdf["struct"]>;

/**
 * Lays a document out on A4 as PDF/UA: every part carries its role, so that a screen reader reads title, headings,
 * paragraphs, rows and what a picture shows in order. Takes up to a second of one core: see `renderPdf`, which does it in
 * a thread.
 */
export async function printDocument(document: DocumentToPrint): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margins,
    pdfVersion: "1.7",
    ...universalAccess,
    tagged: true,
    lang: document.language,
    displayTitle: true,
    font: regular,
    bufferPages: true,
    info: { Title: document.title, CreationDate: document.madeAt, ModDate: document.madeAt, Producer: "fibril" },
  });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => void chunks.push(chunk));
  const ended = once(pdf, "end");
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  printText(pdf, root, { role: "H1", text: document.title, font: bold, sizePt: 18, spacePt: 12 });
  for (const block of document.blocks) printBlock(pdf, root, block);
  root.end();
  printFooters(pdf, document.footer);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function printBlock(pdf: Pdf, root: Element, block: Block): void {
  switch (block.kind) {
    case "heading":
      pdf.y += 10;
      printText(pdf, root, { role: "H2", text: block.text, font: bold, sizePt: 13, spacePt: 4 });
      break;
    case "paragraph":
      printText(pdf, root, { role: "P", text: block.text, font: regular, sizePt: bodyPt, spacePt: 6 });
      break;
    case "fields":
      printFields(pdf, root, block.fields);
      break;
    case "drawing":
      printDrawing(pdf, root, block);
      break;
    case "image":
      printImage(pdf, root, block);
      break;
    default:
      block satisfies never;
  }
}

interface Words {
  readonly role: "H1" | "H2" | "P";
  readonly text: string;
  readonly font: string;
  readonly sizePt: number;
  readonly spacePt: number;
}

function printText(pdf: Pdf, root: Element, { role, text, font, sizePt, spacePt }: Words): void {
  const words = drawable(text);
  pdf.font(font).fontSize(sizePt);
  if (role !== "P") makeRoom(pdf, pdf.heightOfString(words) + 3 * bodyPt);
  pdf.fillColor(ink);
  addPart(root, pdf.struct(role), () => pdf.text(words, margins.left, pdf.y, { lineGap: sizePt * 0.1 }));
  pdf.y += spacePt;
}

function printDrawing(pdf: Pdf, root: Element, { path, width, height, alt, widthPt }: Drawing): void {
  const scale = widthPt / width;
  printFigure(pdf, root, { alt, widthPt, heightPt: height * scale }, () => {
    pdf.save().translate(margins.left, pdf.y).scale(scale);
    pdf.path(path).lineWidth(2.5).lineCap("round").stroke(ink).restore();
  });
}

function printImage(pdf: Pdf, root: Element, { png, alt, widthPt }: Image): void {
  const image = Buffer.from(png);
  const heightPt = (widthPt * image.readUInt32BE(20)) / image.readUInt32BE(16);
  printFigure(pdf, root, { alt, widthPt, heightPt }, () => pdf.image(image, margins.left, pdf.y, { width: widthPt }));
}

interface Figure {
  readonly alt: string;
  readonly widthPt: number;
  readonly heightPt: number;
}

function printFigure(pdf: Pdf, root: Element, { alt, widthPt, heightPt }: Figure, draw: () => unknown): void {
  makeRoom(pdf, heightPt + 8);
  pdf.y += 4;
  const [top, left] = [pdf.y, margins.left];
  const [above, below] = [pdf.page.height - top, pdf.page.height - top - heightPt];
  const figure = pdf.struct("Figure", { alt });
  setAttributes(figure, { O: "Layout", Placement: "Block", BBox: [left, below, left + widthPt, above] });
  addPart(root, figure, draw);
  pdf.x = left;
  pdf.y = top + heightPt + 4;
}

/** A table of two columns, the label the head of its row; a value runs on over as many pages as it takes. */
function printFields(pdf: Pdf, root: Element, fields: readonly Field[]): void {
  if (fields.length === 0) return;
  const table = pdf.struct("Table");
  root.add(table);
  pdf.font(regular).fontSize(bodyPt);
  for (const field of fields) printField(pdf, table, field);
  table.end();
  pdf.x = margins.left;
  pdf.y += 8;
}

function printField(pdf: Pdf, table: Element, field: Field): void {
  const [label, value] = [drawable(field.label), drawable(field.value)];
  const width = pdf.page.width - margins.left - margins.right;
  const labelWidth = width * labelShare;
  const shortest = pdf.heightOfString("X") + 2 * rowPaddingPt;
  const labelHeight = pdf.heightOfString(label, { width: labelWidth - columnGapPt });
  const pageHeight = pdf.page.height - margins.top - margins.bottom;
  const beside = labelHeight + 2 * rowPaddingPt < pageHeight;
  makeRoom(pdf, beside ? labelHeight + 2 * rowPaddingPt : shortest);
  const top = pdf.y + rowPaddingPt;
  const row = pdf.struct("TR");
  table.add(row);
  const printCell = (text: string, x: number, y: number, cellWidth: number) =>
    void pdf.text(text, x, y, { width: cellWidth });
  pdf.fillColor(quiet);
  const head = pdf.struct("TH");
  setAttributes(head, { O: "Table", Scope: "Row" });
  addPart(row, head, () => printCell(label, margins.left, top, (beside ? labelWidth : width) - columnGapPt));
  pdf.fillColor(ink);
  const valueTop = beside ? top : pdf.y;
  const startPage = pdf.page;
  addPart(row, pdf.struct("TD"), () => printCell(value, margins.left + labelWidth, valueTop, width - labelWidth));
  row.end();
  if (beside && pdf.page === startPage) pdf.y = Math.max(pdf.y, top + labelHeight);
  pdf.y += rowPaddingPt;
  printAsDecoration(pdf, "Layout", () => {
    const y = pdf.y;
    pdf
      .moveTo(margins.left, y)
      .lineTo(margins.left + width, y)
      .lineWidth(0.5)
      .stroke(line);
  });
}

function printFooters(pdf: Pdf, footer: string): void {
  const { start, count } = pdf.bufferedPageRange();
  pdf.font(regular).fontSize(8);
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    // Below the margin, where text would otherwise ask for another page.
    pdf.page.margins.bottom = 0;
    pdf.fillColor(quiet);
    const text = `${drawable(footer)} · ${page + 1} / ${count}`;
    printAsDecoration(pdf, "Pagination", () =>
      pdf.text(text, margins.left, pdf.page.height - margins.bottom + 20, { lineBreak: false }),
    );
  }
}

/** Draws a part inside its own element, so that what is drawn is read there. */
function addPart(parent: Element, part: Element, draw: () => unknown): void {
  parent.add(part);
  part.add(() => void draw());
  part.end();
}

function setAttributes(part: Element, attributes: object): void {
  const { dictionary } = part as unknown as { readonly dictionary: { readonly data: object } };
  Object.assign(dictionary.data, { A: attributes });
}

/** What is no content: a screen reader passes over it. */
function printAsDecoration(pdf: Pdf, type: "Layout" | "Pagination", draw: () => unknown): void {
  pdf.markContent("Artifact", { type });
  draw();
  pdf.endMarkedContent();
}

function makeRoom(pdf: Pdf, heightPt: number): void {
  if (pdf.y + heightPt > pdf.page.height - margins.bottom) pdf.addPage();
}
