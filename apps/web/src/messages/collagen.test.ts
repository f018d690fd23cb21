import { promiseWords } from "@fibril/collagen";
import { describe, expect, it } from "vitest";
import { collagen } from "./collagen.ts";
import { modelCard } from "./model-card.ts";

const told = {
  day: 216,
  p5: -1.2,
  p50: 0.4,
  p95: 2.1,
  bandWidth: 12,
  quantity: collagen.axes.mass,
  peakDay: "Tue 12 Jan 2027",
  endDay: "Fri 12 Feb 2027",
  end: 3,
  solidUntil: "Mon 1 Feb 2027",
  first: { p5: 1, p50: 2, p95: 3 },
  second: { p5: 1, p50: 2, p95: 3 },
};

/** Every sentence of a catalogue; what is written around figures is written around some. */
function sentences(words: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") {
    const given = [told, [0, 28], [{ from: 40, to: 90 }], 45, "4"].flatMap((one) => {
      try {
        return [String(words(one, one, one))];
      } catch {
        return [];
      }
    });
    return given.map((text) => [path, text] as const);
  }
  return Object.entries(words as object).flatMap(([name, inner]) => sentences(inner, `${path}.${name}`));
}

const all = [...sentences(collagen, "collagen"), ...sentences(modelCard, "modelCard")];

describe("what the screens say about the model", () => {
  it("is read here in full", () => {
    expect(all.length).toBeGreaterThan(200);
    expect(all.some(([path]) => path === "collagen.whatIf.notApart")).toBe(true);
  });

  it("promises nothing, gives nobody a percentage and prefers no schedule", () => {
    const found = all.flatMap(([path, text]) => promiseWords(text).map((name) => `${path}: ${name} in "${text}"`));
    expect(found).toEqual([]);
  });

  it("names no winner", () => {
    const winners = /\b(better|best|winner|recommend|superior|prefer|should choose)/i;
    const found = all.filter(([, text]) => winners.test(text)).map(([path]) => path);
    expect(found).toEqual(["modelCard.notSaid.1"]);
  });

  it("says a difference with its interval and with the width of the band", () => {
    expect(collagen.whatIf.notApart(told)).toBe(
      "On day 216 the two can't be told apart. B minus A is 0.4 points (5th to 95th percentile −1.2 to 2.1); the band of one schedule alone is 12.0 points wide.",
    );
  });
});
