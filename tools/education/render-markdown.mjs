// Markdown to HTML with three additions: source marks become footnotes, `x.md` becomes `../x/`, drawings are inlined.
import { readFileSync } from "node:fs";
import { Marked } from "marked";
import { escapeHtml } from "./page-layout.mjs";
import { educationFolder } from "./read-page.mjs";
import { markRun, marksIn } from "./source-marks.mjs";

const startsWithMarks = new RegExp(`^\\s*(${markRun.source})`);

/** One renderer a page: footnotes are numbered in the order in which the page first uses them. */
export function markdownRenderer() {
  const marks = [];
  const marked = new Marked({ gfm: true, walkTokens: dropRepeatedMarks });
  marked.use({ extensions: [marksExtension(marks)], renderer: { heading, link, image, table } });
  return {
    marks,
    html: (markdown) => asSections(marked.parse(markdown)),
    inline: (markdown) => inlineOf(marked, markdown),
  };
}

function inlineOf(marked, markdown) {
  return marked
    .parse(markdown)
    .trim()
    .replace(/^<p>|<\/p>$/g, "");
}

function marksExtension(marks) {
  return {
    name: "marks",
    level: "inline",
    start: (text) => text.match(/\s*\[(?:S\d+|practice|founding)\]/)?.index,
    tokenizer(text) {
      const found = startsWithMarks.exec(text);
      return found ? { type: "marks", raw: found[0], names: marksIn(found[1]) } : undefined;
    },
    renderer: ({ names }) => names.map((name) => footnoteLink(name, numberOf(marks, name))).join(""),
  };
}

function numberOf(marks, name) {
  if (!marks.includes(name)) marks.push(name);
  return marks.indexOf(name) + 1;
}

function footnoteLink(name, number) {
  return `<sup class="mark"><a href="#source-${name}" aria-label="Source ${number}">${number}</a></sup>`;
}

/** Two sentences in a row from the same sources carry one footnote, behind the second. */
function dropRepeatedMarks(token) {
  if (!token.tokens) return;
  const at = token.tokens.flatMap((inner, index) => (inner.type === "marks" ? [index] : []));
  const repeated = at.filter((index, place) => {
    const next = token.tokens[at[place + 1]];
    return next !== undefined && next.names.join() === token.tokens[index].names.join();
  });
  for (const index of repeated) token.tokens[index].names = [];
}

function heading({ tokens, depth, text }) {
  return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
}

export function anchorOf(text) {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function link({ href, tokens }) {
  const address = href.replace(/^([a-z-]+)\.md/, "../$1/");
  return `<a href="${escapeHtml(address)}">${this.parser.parseInline(tokens)}</a>`;
}

function image({ href, text }) {
  const drawing = readFileSync(`${educationFolder}/${href}`, "utf8").trim();
  return `<span class="drawing" role="img" aria-label="${escapeHtml(text)}">${drawing}</span>`;
}

/** Each cell carries its column's name, for narrow screens, where a row is drawn as a card; the roles outlive that. */
function table({ header, rows }) {
  const names = header.map(({ text }) => escapeHtml(text));
  const heads = names.map((name) => `<th scope="col" role="columnheader">${name}</th>`).join("");
  const lines = rows.map((row) => {
    const [first, ...rest] = row.map(({ tokens }) => this.parser.parseInline(tokens));
    const cells = rest.map((cell, place) => `<td role="cell" data-label="${names[place + 1]}">${cell}</td>`);
    return `<tr role="row"><th scope="row" role="rowheader">${first}</th>${cells.join("")}</tr>`;
  });
  return `<table role="table"><thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">${lines.join("\n")}</tbody></table>\n`;
}

/** Each second-level heading opens a section; the one about what is not known is drawn as a box. */
function asSections(html) {
  const parts = html.split(/(?=<h2 )/).map((part) => part.trim());
  return parts.filter(Boolean).map(asSection).join("\n");
}

function asSection(part) {
  if (!part.startsWith("<h2 ")) return part;
  const isUnknown = part.startsWith('<h2 id="what-we-do-not-know">');
  return `<section${isUnknown ? ' class="unknown"' : ""}>\n${part}\n</section>`;
}
