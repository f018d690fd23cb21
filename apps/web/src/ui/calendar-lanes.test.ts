import { describe, expect, it } from "vitest";
import { sideBySide } from "./calendar-lanes.ts";

const visit = (id: string, startMinute: number, endMinute: number) => ({ id, startMinute, endMinute });

describe("visits in one column of the calendar", () => {
  it("take the full width when they only touch", () => {
    const placed = sideBySide([visit("a", 540, 600), visit("b", 600, 660)]);
    expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it("stand beside each other when they overlap, and a lane is used again once it is free", () => {
    const placed = sideBySide([visit("c", 600, 660), visit("a", 540, 600), visit("b", 570, 630)]);
    expect(placed.map(({ visit: { id }, lane, lanes }) => [id, lane, lanes])).toEqual([
      ["a", 0, 2],
      ["b", 1, 2],
      ["c", 0, 2],
    ]);
  });
});
