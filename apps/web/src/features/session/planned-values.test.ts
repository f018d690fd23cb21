import type { DepthPlanView, PlannedZone } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { inCommonOf, shallowest, withPlanned } from "./planned-values.ts";

const device = { maxDepthMm: 2 } as DepthPlanView["devices"][number];
const chin: PlannedZone = { zone: "chin", depthMm: 1.2, passes: 4, reason: "Scar" };

describe("planning values for several zones", () => {
  it("begins a new zone with its usual depth", () =>
    expect(withPlanned([], ["nose"], { values: { passes: 6 }, limit: device })).toEqual([
      { zone: "nose", depthMm: 0.5, passes: 6, reason: "" },
    ]));
  it("asks for the reason anew when the depth changes, and leaves other zones as they were", () =>
    expect(withPlanned([chin], ["chin"], { values: { depthMm: 1 }, limit: device })).toEqual([
      { ...chin, depthMm: 1, reason: "" },
    ]));
  it("keeps the reason when only the passes change", () =>
    expect(withPlanned([chin], ["chin"], { values: { passes: 5 }, limit: device })[0]?.reason).toBe("Scar"));
  it("never shows a difference as a value", () =>
    expect(inCommonOf(["chin", "nose"], [chin], "depthMm")).toBeUndefined());
  it("holds to the shallowest device, an unknown limit being no limit", () =>
    expect(shallowest([{ ...device, maxDepthMm: null }, device, { ...device, maxDepthMm: 2.5 }])?.maxDepthMm).toBe(2));
});
