// Reads one education page: front matter between two lines of ---, then Markdown.
import { readdirSync, readFileSync } from "node:fs";
import { root } from "../run.mjs";

export const educationFolder = `${root}/content/education`;

/** The parts of the reading, in the order of the first page. */
export const parts = {
  deciding: "Before you decide",
  treatment: "Your treatment",
  questions: "Questions and answers",
};

/** Every page, in reading order. The folder's README is for authors, not a page. */
export function readPages(folder = educationFolder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => parsePage(name, readFileSync(`${folder}/${name}`, "utf8")))
    .sort((left, right) => left.order - right.order);
}

export function readSelfCheck(folder = educationFolder) {
  return JSON.parse(readFileSync(`${folder}/self-check.json`, "utf8"));
}

/** @throws Error on a page without front matter, without a needed field, or whose id is not its file name. */
export function parsePage(fileName, text) {
  const halves = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!halves) throw new Error(`${fileName}: no front matter`);
  const fields = Object.fromEntries(halves[1].split("\n").map((line) => parseField(fileName, line)));
  for (const needed of ["id", "title", "summary", "order", "part", "rows", "date", "review"])
    if (fields[needed] === undefined) throw new Error(`${fileName}: no ${needed}`);
  if (!Object.hasOwn(parts, fields.part)) throw new Error(`${fileName}: no part is called ${fields.part}`);
  if (`${fields.id}.md` !== fileName) throw new Error(`${fileName}: its id is ${fields.id}`);
  return { related: [], questions: null, ...fields, order: Number(fields.order), markdown: halves[2] };
}

function parseField(fileName, line) {
  const field = /^([a-z]+): (.+)$/.exec(line);
  if (!field) throw new Error(`${fileName}: front matter line "${line}"`);
  const [, name, value] = field;
  const list = /^\[(.*)\]$/.exec(value);
  return [name, list ? list[1].split(",").flatMap((item) => item.trim() || []) : value];
}
