import { describe, expect, it } from "vitest";
import { scaleOf } from "./scale-of.ts";

describe("the drawn range of a wait", () => {
  it("begins at nothing, so that a floor above it can be seen", () =>
    expect(scaleOf({ setting: { unit: "months", count: 6 }, foundingCount: 6, range: { min: 2, max: 12 } })).toEqual({
      from: 15.4,
      to: 92.6,
      current: 46.3,
      founding: 46.3,
    }));

  it("keeps a wait beyond the range on the picture", () => {
    const scale = scaleOf({ setting: { unit: "days", count: 7 }, foundingCount: 28, range: { min: 1, max: 20 } });
    expect(scale.founding).toBeLessThan(100);
    expect(scale.current).toBeLessThan(scale.founding);
  });
});
