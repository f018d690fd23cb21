import { fictitiousDevices, type ZoneId } from "@fibril/protocol";
import { describe, expect, it } from "vitest";
import { refuseDepthPlan } from "./depth-plan.ts";
import type { PlannedDepth } from "./planned-depth.ts";

const person = { ageYears: 40, weightKg: null, fitzpatrick: 2 } as const;
const pen = { ...fictitiousDevices["demo-pen-a"], maxDepthMm: 1.5 };
const context = { person, devices: [pen] };

function planned(zone: ZoneId, depthMm: number, reason = ""): PlannedDepth {
  return { zone, depthMm, passes: 4, reason };
}

describe("planning depth by zone", () => {
  it("takes usual depths without a word", () =>
    expect(refuseDepthPlan([planned("cheek-left", 1), planned("forehead-left", 0.5)], context)).toEqual([]));

  it("refuses what the device can't do or the protocol blocks, however it is reasoned", () => {
    const words = refuseDepthPlan([planned("cheek-left", 1.75, "Deep boxcar scars")], context);
    expect(words).toEqual([{ path: "zones.0.depthMm", message: "1.75 mm is above the device's maximum of 1.5 mm." }]);
  });

  it("holds to the shallowest of the course's devices", () => {
    const both = { person, devices: [pen, { ...pen, maxDepthMm: 1 }] };
    expect(refuseDepthPlan([planned("chin", 1.05, "Scar")], both).map(({ path }) => path)).toEqual(["zones.0.depthMm"]);
  });

  it("asks for a reason above a zone's threshold, and takes the depth with one", () => {
    const deep = 1.25;
    expect(refuseDepthPlan([planned("cheek-left", deep)], context).map(({ path }) => path)).toEqual(["zones.0.reason"]);
    expect(refuseDepthPlan([planned("cheek-left", deep, "Boxcar scars, seen with Dr Gray")], context)).toEqual([]);
  });

  it("never takes the inside of the eye's rim", () =>
    expect(refuseDepthPlan([planned("inside-orbital-rim-left", 0.25)], context)).not.toEqual([]));

  it("refuses a zone that stands twice and a depth off the scale", () =>
    expect(refuseDepthPlan([planned("chin", 0.5), planned("chin", 0.52)], context)).toEqual([
      { path: "zones.1.zone", message: "stands twice in the plan" },
      { path: "zones.1.depthMm", message: "is set in steps of 0.05 mm" },
    ]));
});
