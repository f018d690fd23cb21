import { describe, expect, it } from "vitest";
import { proportion } from "./proportion.ts";

describe("a share with its interval", () => {
  // 2 of 20: Wilson's interval as published tables and R's binom::binom.wilson give it.
  it("2 of 20 is 10 % [2.8, 30.1]", () => {
    const { share, low, high } = proportion(2, 20);
    expect(share).toBe(0.1);
    expect(low).toBeCloseTo(0.0279, 4);
    expect(high).toBeCloseTo(0.301, 3);
  });
  it("none of 10 still may be up to 27.8 %", () => {
    expect(proportion(0, 10)).toMatchObject({ share: 0, low: 0 });
    expect(proportion(0, 10).high).toBeCloseTo(0.2775, 3);
  });
  it("nothing counted is unknown, not none", () =>
    expect(proportion(0, 0)).toEqual({ part: 0, whole: 0, share: null, low: null, high: null }));
});
