import { describe, expect, it } from "vitest";
import { wrapped } from "./response-chart-export.ts";

describe("the notes below a saved drawing", () => {
  it.each`
    text                   | most  | lines
    ${"one two three"}     | ${7}  | ${["one two", "three"]}
    ${"one two three"}     | ${80} | ${["one two three"]}
    ${"hash 4e914f503312"} | ${8}  | ${["hash", "4e914f50", "3312"]}
    ${""}                  | ${8}  | ${[]}
  `("keep every letter of '$text' within $most characters a line", ({ text, most, lines }) => {
    expect(wrapped(text, most)).toEqual(lines);
  });
});
