import { describe, expect, it } from "vitest";
import { fleschKincaidGrade, sentencesOf } from "./readability.mjs";

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
