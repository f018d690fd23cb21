import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reading } from "./reading.ts";

const folder = join(import.meta.dirname, "../../../../content/education");
const titles = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => [name.slice(0, -3), /^title: (.+)$/m.exec(readFileSync(join(folder, name), "utf8"))?.[1]]),
);

describe("the pages of the patients' reading that screens link to", () => {
  it("are all of them, under their own titles", () => {
    const { "self-check": selfCheck, ...pages } = reading.pages;
    expect(pages).toEqual(titles);
    expect(JSON.parse(readFileSync(join(folder, "self-check.json"), "utf8")).title).toBe(selfCheck);
  });
});
