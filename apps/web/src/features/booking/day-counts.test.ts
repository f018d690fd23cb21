import { describe, expect, it } from "vitest";
import { dayCounts } from "./day-counts.ts";

describe("how a clinic's day stands", () => {
  it("counts who is still to come, who is here, who is done and who is missed, and leaves out what there is none of", () => {
    const states = ["booked", "late", "arrived", "in-room", "done", "booked"] as const;
    expect(dayCounts(states.map((state) => ({ state })))).toEqual([
      { of: "toCome", count: 3 },
      { of: "here", count: 2 },
      { of: "done", count: 1 },
    ]);
    expect(dayCounts([{ state: "cancelled" }, { state: "no-show" }])).toEqual([{ of: "missed", count: 2 }]);
    expect(dayCounts([])).toEqual([]);
  });
});
