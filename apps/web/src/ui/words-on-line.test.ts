import { describe, expect, it } from "vitest";
import { piecesBetweenWords, wordsAt } from "./words-on-line.ts";

const line = { x: 130, fromY: 20, toY: 400 };

describe("a line down a drawing", () => {
  it("is whole where no words stand on it", () => {
    const beside = { fromX: 0, toX: 120, fromY: 200, toY: 216 };
    expect(piecesBetweenWords(line, [beside])).toEqual([{ fromY: 20, toY: 400 }]);
  });

  it("leaves words alone that stand on it, however many lie over one another", () => {
    const caption = { fromX: 0, toX: 240, fromY: 250, toY: 290 };
    const inIt = { fromX: 100, toX: 200, fromY: 280, toY: 300 };
    const label = { fromX: 125, toX: 210, fromY: 330, toY: 346 };
    expect(piecesBetweenWords(line, [label, caption, inIt])).toEqual([
      { fromY: 20, toY: 250 },
      { fromY: 300, toY: 330 },
      { fromY: 346, toY: 400 },
    ]);
  });

  it("ends before words that stand at its end", () => {
    expect(piecesBetweenWords(line, [{ fromX: 100, toX: 160, fromY: 390, toY: 410 }])).toEqual([
      { fromY: 20, toY: 390 },
    ]);
  });

  it("knows how far words reach from where they begin or end", () => {
    expect(wordsAt({ text: "untreated", x: 300, baseline: 100, anchor: "end" })).toEqual({
      fromX: 300 - 9 * 7.5 - 3,
      toX: 303,
      fromY: 86,
      toY: 105,
    });
  });
});
