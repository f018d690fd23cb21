/** What a drawing on its own must carry: the look that the page's style sheet gave it. */
const looks = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linejoin",
  "paint-order",
  "font-size",
  "font-weight",
  "opacity",
] as const;
const drawn = "path, line, rect, circle, text, polyline, polygon";
const lineHeight = 16;
const margin = 12;
/** Of the widest fallback font, so that a hash is not cut off where Inter is missing. */
const characterWidth = 7.7;
const pngScale = 2;
const svgSpace = "http://www.w3.org/2000/svg";

export interface DrawingToSave {
  readonly svg: SVGSVGElement;
  /** Burnt in below the drawing: what it shows, how it must be read, which model drew it. */
  readonly notes: readonly string[];
}

export interface SavedDrawing {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The drawing as a file of its own, on the ground of the page, with its notes burnt in. Pictures in it are left out. */
export function drawingFile({ svg, notes }: DrawingToSave): SavedDrawing {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copyLooks(svg, copy);
  for (const picture of copy.querySelectorAll("image")) picture.remove();
  const inner = { width: Number(svg.getAttribute("width")), height: Number(svg.getAttribute("height")) };
  const width = inner.width + 2 * margin;
  const lines = notes.flatMap((note) => wrapped(note, Math.floor(inner.width / characterWidth)));
  const height = inner.height + 2 * margin + lines.length * lineHeight;
  const ground = colourOf("--fb-surface");
  const ink = colourOf("--fb-ink");
  const shift = document.createElementNS(svgSpace, "g");
  shift.setAttribute("transform", `translate(${margin} ${margin})`);
  shift.append(...copy.childNodes);
  copy.append(
    element("rect", { width: String(width), height: String(height), fill: ground }),
    shift,
    ...lines.map((line, index) => {
      const y = String(inner.height + margin + (index + 1) * lineHeight);
      return element("text", { x: String(margin), y, fill: ink, "font-size": "12" }, line);
    }),
  );
  for (const [name, value] of Object.entries({
    xmlns: svgSpace,
    width: String(width),
    height: String(height),
    viewBox: `0 0 ${width} ${height}`,
    "font-family": "Inter, system-ui, sans-serif",
  }))
    copy.setAttribute(name, value);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** The same as a picture of twice the size. */
export async function drawingPicture({ text, width, height }: SavedDrawing): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * pngScale;
    canvas.height = height * pngScale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the browser's own downloads. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Words as lines of at most so many characters; a word longer than that is cut. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((whole) => cut(whole, most))) {
    if (line !== "" && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

function cut(word: string, most: number): readonly string[] {
  return word.match(new RegExp(`.{1,${Math.max(1, most)}}`, "gu")) ?? [];
}

function copyLooks(from: SVGSVGElement, to: SVGSVGElement): void {
  const originals = from.querySelectorAll(drawn);
  for (const [index, copy] of [...to.querySelectorAll(drawn)].entries()) {
    const original = originals[index];
    if (!original) continue;
    const computed = getComputedStyle(original);
    for (const look of looks) {
      const value = computed.getPropertyValue(look);
      copy.setAttribute(look, value === "rgba(0, 0, 0, 0)" ? "none" : value);
    }
  }
  for (const copy of to.querySelectorAll("*")) {
    for (const name of ["class", "tabindex", "role"]) copy.removeAttribute(name);
  }
  for (const name of ["class", "role", "aria-hidden"]) to.removeAttribute(name);
}

function colourOf(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim() || "#ffffff";
}

function element(name: string, attributes: Readonly<Record<string, string>>, text?: string): SVGElement {
  const made = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
