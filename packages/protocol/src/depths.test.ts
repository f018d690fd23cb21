import { describe, expect, it } from "vitest";
import { isDeeper, isOnDepthScale, thresholdMm } from "./depths.ts";
import { zoneIds, zones } from "./zones.ts";

describe("the depth above which a zone needs a reason", () => {
  it.each`
    zone                  | mm
    ${"forehead-left"}    | ${1}
    ${"glabella"}         | ${1}
    ${"temple-right"}     | ${0.98}
    ${"periorbital-left"} | ${0.5}
    ${"nose"}             | ${1}
    ${"cheek-left"}       | ${1.07}
    ${"upper-lip"}        | ${1}
    ${"chin"}             | ${1.09}
    ${"jawline-right"}    | ${1.09}
    ${"neck"}             | ${1}
    ${"decollete"}        | ${1}
    ${"hand-left"}        | ${1}
    ${"body"}             | ${2}
  `("is $mm mm at $zone", ({ zone, mm }) => {
    expect(thresholdMm(zone)).toBe(mm);
  });
});

describe("the face map", () => {
  it("names at least 14 zones of the face that may be needled", () => {
    const treatable = zoneIds.filter((id) => zones[id].region === "face" && !zones[id].insideOrbitalRim);
    expect(treatable.length).toBeGreaterThanOrEqual(14);
  });

  it("has a right for every left", () => {
    const rights = zoneIds.filter((id) => id.endsWith("-left")).map((id) => id.replace(/-left$/, "-right"));
    expect(zoneIds).toEqual(expect.arrayContaining(rights));
  });
});

describe("the depth scale", () => {
  it.each([0.05, 0.15, 0.3, 0.35, 1.1, 1.5, 2.95])("%s mm is a step", (depthMm) => {
    expect(isOnDepthScale(depthMm)).toBe(true);
  });

  it.each([0, -0.5, 0.98, 0.52, Number.NaN, Number.POSITIVE_INFINITY])("%s is none", (depthMm) => {
    expect(isOnDepthScale(depthMm)).toBe(false);
  });

  it("does not call a depth deeper than itself", () => {
    expect(isDeeper(0.1 + 0.2, 0.3)).toBe(false);
    expect(isDeeper(1.55, 1.5)).toBe(true);
  });
});
