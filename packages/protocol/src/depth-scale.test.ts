import { describe, expect, it } from "vitest";
import { depthScaleOf } from "./depth-scale.ts";

describe("the scale of a depth stepper", () => {
  it("draws default, reason and block of the zone", () => {
    expect(depthScaleOf("cheek-left", { maxDepthMm: 3 })).toEqual({
      minMm: 0.05,
      stepMm: 0.05,
      defaultMm: 0.75,
      defaultToMm: 1,
      reasonAboveMm: 1.07,
      blockAboveMm: 2.5,
      isDeviceLimitUnknown: false,
    });
  });

  it("ends at the device's maximum where that is smaller, defaults too", () => {
    expect(depthScaleOf("body", { maxDepthMm: 0.8 })).toMatchObject({
      defaultMm: 0.8,
      defaultToMm: 0.8,
      blockAboveMm: 0.8,
    });
  });

  it("says so where no device is chosen", () => {
    expect(depthScaleOf("body", null)).toMatchObject({ blockAboveMm: 3, isDeviceLimitUnknown: true });
  });

  it("has no depth inside the rim of the eye", () => {
    expect(depthScaleOf("inside-orbital-rim-left", { maxDepthMm: 2 }).blockAboveMm).toBeNull();
  });
});
