import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { drawableText, drawnCharacters } from "./drawable-text.ts";

const require = createRequire(import.meta.url);
const typeface = (weight: string) => readFileSync(require.resolve(`pdfmake/build/fonts/Roboto/Roboto-${weight}.ttf`));
const drawable = drawableText(typeface("Regular"));

describe("making text drawable", () => {
  it.each`
    text                   | drawn
    ${"Zoë Żółć Ελένη Я"}  | ${"Zoë Żółć Ελένη Я"}
    ${"王"}                | ${"[U+738B]"}
    ${"a🙂b"}              | ${"a[U+1F642]b"}
    ${"e\u0301"}           | ${"é"}
    ${"one\r\ntwo\tthree"} | ${"one\ntwo three"}
    ${"\u0000"}            | ${"[U+0000]"}
  `("prints $text as $drawn", ({ text, drawn }) => {
    expect(drawable(text)).toBe(drawn);
  });

  it("may ask one weight for both: they draw the same characters", () => {
    expect(drawnCharacters(typeface("Medium"))).toEqual(drawnCharacters(typeface("Regular")));
  });
});
