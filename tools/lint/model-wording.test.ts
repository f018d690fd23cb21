// Every sentence about the collagen model, wherever it stands: no promise, no personal percentage, no best schedule.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promiseWords } from "@fibril/collagen";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const aboutTheModel = /\b(collagen|model|models|band|bands|forecast|prognosis|stain index|what-if)\b/i;

/** What a text says of the model itself, file by file. */
const own = /(^|\/)(collagen|model|model-card|what-if)[^/]*\.ts$/;

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name) && !/\.test\.tsx?$|\.d\.ts$/.test(name))
    .map((name) => join(folder, name));
}

/** The text of every string and template in a source file; a template's holes read as "…". */
function stringsIn(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("…"));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+|\n\s*\n/);
}

function promisesIn(texts: readonly string[], all: boolean): readonly string[] {
  return texts
    .flatMap(sentencesOf)
    .filter((sentence) => all || aboutTheModel.test(sentence))
    .flatMap((sentence) => promiseWords(sentence).map((word) => `${word}: ${sentence}`));
}

/** A page without what it says can't be known: "your own collagen" may stand there. */
function claimsOf(page: string): string {
  return page.replace(/## What we do not know\n[\s\S]*?(?=\n## |$)/g, "");
}

const messages = filesIn("apps/web/src/messages", /\.ts$/);
const screens = filesIn("apps/web/src/features/collagen", /\.tsx?$/);
const pages = filesIn("content/education", /\.md$/);
const model = filesIn("packages/collagen/src", /\.ts$/).filter(
  (path) => !/(wording|published-ensemble)\.ts$/.test(path),
);
const data = filesIn("packages/collagen/src", /\.json$/);

describe("the words about the collagen model", () => {
  it("are looked for where they stand", () => {
    for (const found of [messages, screens, pages, model, data]) expect(found.length).toBeGreaterThan(0);
    expect(messages.filter((path) => own.test(path)).length).toBeGreaterThan(0);
  });

  it.each([...messages, ...screens])("promise nothing in %s", (path) => {
    expect(promisesIn(stringsIn(path), own.test(path))).toEqual([]);
  });

  it.each(pages)("promise nothing on the page %s", (path) => {
    expect(promisesIn([claimsOf(readFileSync(join(root, path), "utf8"))], false)).toEqual([]);
  });

  it.each(model)("promise nothing in %s", (path) => {
    expect(promisesIn(stringsIn(path), true)).toEqual([]);
  });

  it.each(data)("promise nothing in the data of %s", (path) => {
    const texts = readFileSync(join(root, path), "utf8").match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(promisesIn(texts, true)).toEqual([]);
  });

  it("are caught where they promise", () => {
    expect(promisesIn(["The model says that collagen will rise."], false)).toHaveLength(1);
    expect(promisesIn(["It opens at nine. You gain 20 % by the model."], false)).toHaveLength(1);
    expect(promisesIn(["The clinic will call."], false)).toEqual([]);
  });
});
