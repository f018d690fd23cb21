/** A document as its facts: what is told stays apart from how it is laid out. */
export interface DocumentToPrint {
  readonly title: string;
  /** BCP 47, for whoever reads the document aloud. */
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly footer: string;
  /** Stands in the file as its date, so that the same facts give the same bytes. */
  readonly madeAt: Date;
}

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "fields"; readonly fields: readonly Field[] }
  | Drawing
  | Image;

export interface Image {
  readonly kind: "image";
  readonly png: Uint8Array;
  readonly alt: string;
  readonly widthPt: number;
}

/** A line drawn in a field of some width and height, as the path data of SVG. */
export interface Drawing {
  readonly kind: "drawing";
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, for whoever does not see it. */
  readonly alt: string;
  readonly widthPt: number;
}

export interface Field {
  readonly label: string;
  readonly value: string;
}

/** How many fields the document prints; to be held against how many were answered. */
export function countFields({ blocks }: DocumentToPrint): number {
  return blocks.reduce((sum, block) => sum + (block.kind === "fields" ? block.fields.length : 0), 0);
}
