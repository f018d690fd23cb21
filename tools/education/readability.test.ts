import { describe, expect, it } from "vitest";
import { fleschKincaidGrade, sentencesOf, syllables } from "./readability.mjs";

describe("counting syllables", () => {
  it.each`
    word               | count
    ${"skin"}          | ${1}
    ${"needle"}        | ${2}
    ${"collagen"}      | ${3}
    ${"microneedling"} | ${4}
    ${"healed"}        | ${1}
    ${"treated"}       | ${2}
    ${"guided"}        | ${2}
    ${"reduces"}       | ${3}
    ${"changes"}       | ${2}
    ${"times"}         | ${1}
    ${"scars"}         | ${1}
    ${"make"}          | ${1}
    ${"area"}          | ${3}
    ${"radiate"}       | ${3}
    ${"medium"}        | ${3}
    ${"professional"}  | ${4}
    ${"consultation"}  | ${4}
    ${"the"}           | ${1}
    ${"isotretinoin"}  | ${5}
    ${"day"}           | ${1}
    ${"drying"}        | ${2}
  `("$word has $count", ({ word, count }) => {
    expect(syllables(word)).toBe(count);
  });
});

describe("the reading grade", () => {
  it("does not split a sentence at a decimal or inside a word", () => {
    expect(sentencesOf("A needle of 1.5 mm goes in. It hurts a little.")).toHaveLength(2);
  });

  it("is low for a child's sentence", () => {
    expect(fleschKincaidGrade("The cat sat on the mat.")).toBeCloseTo(-1.45, 2);
  });

  it("is high for a sentence made for specialists", () => {
    const text =
      "Percutaneous collagen induction utilises microneedling instrumentation to precipitate controlled dermal inflammation and subsequent neocollagenesis.";
    expect(fleschKincaidGrade(text)).toBeGreaterThan(20);
  });
});
