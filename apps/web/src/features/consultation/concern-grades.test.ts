import { describe, expect, it } from "vitest";
import { marksOf, withSeverity } from "./concern-grades.ts";

const wished = { concern: "dullness", zone: "not graded", severity: 0 } as const;
const forehead = { concern: "dullness", zone: "forehead", severity: 1 } as const;
const lines = { concern: "fine-lines", zone: "forehead", severity: 4 } as const;

describe("grading a concern", () => {
  it("takes the place of the grade in the same zone and of the patient's bare wish", () => {
    expect(withSeverity([wished, forehead, lines], "dullness", new Set(["forehead", "chin"]), 3)).toEqual([
      lines,
      { concern: "dullness", zone: "forehead", severity: 3 },
      { concern: "dullness", zone: "chin", severity: 3 },
    ]);
  });

  it("keeps none apart from not looked at: severity 0 is written down", () => {
    expect(withSeverity([], "dullness", new Set(["chin"]), 0)).toEqual([
      { concern: "dullness", zone: "chin", severity: 0 },
    ]);
  });

  it("can be taken out of a zone, and the patient's wish stays", () => {
    expect(withSeverity([wished, forehead], "dullness", new Set(["forehead"]), null)).toEqual([wished]);
  });

  it("is drawn for the concern at hand alone", () => {
    expect(marksOf([wished, forehead, lines], "dullness", (severity) => `severity ${severity}`)).toEqual({
      forehead: { state: "proposed", value: "1", valueText: "severity 1" },
    });
  });
});
