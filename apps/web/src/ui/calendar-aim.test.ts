import { describe, expect, it } from "vitest";
import { firstAim, nearestAim, steppedAim, stretchesOf } from "./calendar-aim.ts";

const starts = new Map([
  ["nair", [540, 545, 600]],
  ["ellery", []],
  ["vos", [555]],
]);
const columns = ["nair", "ellery", "vos"];

describe("the visit in hand", () => {
  it("snaps to the nearest legal start of the column below the pointer", () => {
    expect(nearestAim(starts, "nair", 580)).toEqual({ columnId: "nair", minute: 600 });
    expect(nearestAim(starts, "ellery", 580)).toBeNull();
  });

  it("begins in its own column, else in the one with the nearest start", () => {
    expect(firstAim(starts, columns, { columnId: "nair", minute: 550 })).toEqual({ columnId: "nair", minute: 545 });
    expect(firstAim(starts, columns, { columnId: "ellery", minute: 560 })).toEqual({ columnId: "vos", minute: 555 });
    expect(firstAim(new Map(), columns, { columnId: "nair", minute: 550 })).toBeNull();
  });

  it.each([
    ["ArrowDown", { columnId: "nair", minute: 600 }],
    ["ArrowUp", { columnId: "nair", minute: 540 }],
    ["End", { columnId: "nair", minute: 600 }],
    ["Home", { columnId: "nair", minute: 540 }],
    ["ArrowRight", { columnId: "vos", minute: 555 }],
    ["ArrowLeft", null],
    ["a", null],
  ])("goes with %s only to where it may be", (key, expected) => {
    expect(steppedAim(starts, columns, { columnId: "nair", minute: 545 }, key)).toEqual(expected);
  });

  it("passes over a column that has no legal start, backwards too", () => {
    expect(steppedAim(starts, columns, { columnId: "vos", minute: 555 }, "ArrowLeft")).toEqual({
      columnId: "nair",
      minute: 545,
    });
  });

  it("has its legal starts drawn as stretches", () => {
    expect(stretchesOf([540, 545, 600])).toEqual([
      { from: 540, to: 545 },
      { from: 600, to: 600 },
    ]);
  });
});
