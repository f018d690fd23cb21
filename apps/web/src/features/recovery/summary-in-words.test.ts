import { signs } from "@fibril/recovery";
import { describe, expect, it } from "vitest";
import { summaryInWords } from "./summary-in-words.ts";

describe("what raised a red flag", () => {
  it("is read as it was asked and answered", () => {
    expect(summaryInWords("fever: yes")).toBe(`${signs.fever.ask} Yes.`);
  });

  it("stays as it is where it names no sign", () => {
    expect(summaryInWords("answers unknown")).toBe("answers unknown");
  });
});
