// Prints the patients' reading as plain pages: `node tools/education/render.mjs [folder]`.
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { root } from "../run.mjs";
import { escapeHtml, pageHead, pageLayout, sourceList } from "./page-layout.mjs";
import { parts, readPages, readSelfCheck } from "./read-page.mjs";
import { anchorOf, markdownRenderer } from "./render-markdown.mjs";
import { renderSelfCheck } from "./render-self-check.mjs";

const fonts = ["inter/files/inter-latin-wght-normal", "source-serif-4/files/source-serif-4-latin-wght-normal"];
const ownPages = {
  plan: { address: "/my/timeline", words: "Your own plan and dates" },
  aftercare: { address: "/my", words: "Your own aftercare card" },
};

/** Writes every page, the self-check, the style sheet and the fonts; what the folder held before is gone. */
export function renderEducation(outputFolder) {
  const pages = readPages();
  const selfCheck = readSelfCheck();
  rmSync(outputFolder, { recursive: true, force: true });
  writePage(outputFolder, "", renderIndex(pages, selfCheck));
  writePage(outputFolder, "self-check/", renderSelfCheck(selfCheck));
  pages.forEach((page, place) => {
    writePage(outputFolder, `${page.id}/`, renderPage(page, pages[place + 1]));
  });
  copyFileSync(`${root}/tools/education/learn.css`, `${outputFolder}/learn.css`);
  for (const font of fonts) copyFont(font, outputFolder);
}

function renderPage(page, next) {
  const { html, marks } = markdownRenderer();
  const text = html(page.markdown);
  const body = [
    `<article>`,
    pageHead(page),
    page.questions ? questionList(page.markdown) : "",
    text,
    `</article>`,
    readOn(page, next),
    sourceList(marks),
  ].join("\n");
  return pageLayout({ title: page.title, summary: page.summary, depth: 1, body });
}

function renderIndex(pages, selfCheck) {
  const title = "Reading about microneedling";
  const summary =
    "What it is, what it may do, what it may not, and what nobody knows yet. Every claim names its source.";
  const { date, review } = pages[0];
  const body = [
    pageHead({ title, summary, date, review }),
    `<p class="start"><a href="self-check/">${escapeHtml(selfCheck.title)}</a> <span>${escapeHtml(selfCheck.summary)}</span></p>`,
    ...Object.entries(parts).map(([part, heading]) =>
      indexSection(
        heading,
        pages.filter((page) => page.part === part),
      ),
    ),
  ].join("\n");
  return pageLayout({ title, summary, depth: 0, body });
}

function indexSection(heading, pages) {
  const cards = pages.map(
    ({ id, title, summary }) =>
      `<li><a href="${id}/">${escapeHtml(title)}</a><span class="card-summary">${escapeHtml(summary)}</span></li>`,
  );
  return `<section><h2>${heading}</h2>\n<ul class="cards">${cards.join("\n")}</ul></section>`;
}

function questionList(markdown) {
  const questions = [...markdown.matchAll(/^## (.+\?)$/gm)].map(([, question]) => question);
  const items = questions.map((question) => `<li><a href="#${anchorOf(question)}">${escapeHtml(question)}</a></li>`);
  return `<nav class="contents" aria-label="Questions on this page"><ul>${items.join("\n")}</ul></nav>`;
}

function readOn({ related }, next) {
  const own = related.map((name) => ownPages[name]).map(({ address, words }) => `<a href="${address}">${words}</a>`);
  const following = next ? [`<a href="../${next.id}/">Next: ${escapeHtml(next.title)}</a>`] : [];
  const links = [...own, ...following];
  if (links.length === 0) return "";
  return `<nav class="read-on" aria-label="Read on"><ul>${links.map((link) => `<li>${link}</li>`).join("")}</ul></nav>`;
}

function writePage(outputFolder, address, html) {
  mkdirSync(`${outputFolder}/${address}`, { recursive: true });
  writeFileSync(`${outputFolder}/${address}index.html`, html);
}

/** Without the font's package the page falls back to the reader's own fonts. */
function copyFont(font, outputFolder) {
  const source = `${root}/node_modules/@fontsource-variable/${font}.woff2`;
  mkdirSync(`${outputFolder}/fonts`, { recursive: true });
  if (existsSync(source)) copyFileSync(source, `${outputFolder}/fonts/${font.split("/").at(-1)}.woff2`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  renderEducation(process.argv[2] ?? `${root}/apps/web/dist-learn`);
