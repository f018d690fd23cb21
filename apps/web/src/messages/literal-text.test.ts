import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const source = join(import.meta.dirname, "..");
/** Attributes that people read or hear. */
const read = new Set(["aria-label", "title", "label", "placeholder", "description", "alt", "legend", "caption"]);

function literals(fileName: string, text: string): string[] {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      read.has(node.name.getText(file)) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    )
      found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".tsx") && !name.startsWith("pages/gallery/"));

describe("words on the screen", () => {
  it("come from the catalogue", () => {
    const found = files.flatMap((name) =>
      literals(name, readFileSync(join(source, name), "utf8")).map((text) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it("are noticed where they do not", () => {
    expect(literals("x.tsx", 'const x = <p title="Hello">World {y}</p>;')).toEqual(["Hello", "World"]);
  });
});
