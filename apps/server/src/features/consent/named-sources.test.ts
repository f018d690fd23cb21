import { describe, expect, it } from "vitest";
import { namedSources } from "./named-sources.ts";

describe("the marks of a printed consent", () => {
  it("are told in words, each once", () => {
    expect(namedSources("Red for hours. [S4] [practice]\n\nLumps may follow. [S4]")).toEqual([
      {
        label: "S4",
        value: "Friedmann: Granulomatous reactions after microneedling (2024). doi 10.1097/dss.0000000000004450.",
      },
      { label: "practice", value: "Common practice: no study or label was seen for it." },
    ]);
  });

  it("give a patient no title of a source for professionals, nor of one that is not in the register", () => {
    const words = "Read by professionals only: ask the clinic.";
    expect(namedSources("As a clinic writes. [S6] [S9999]").map(({ value }) => value)).toEqual([words, words]);
  });
});
