import { describe, expect, it } from "vitest";
import { compareWithLast, compareWithPlan } from "./compare-zones.ts";
import { emptyRecord } from "./session-record.ts";
import { applyToZones, confirmZones, proposeFromLast, proposeFromPlan } from "./zone-operations.ts";

const last = applyToZones(emptyRecord, ["cheek-left", "cheek-right"], {
  depthMm: 1,
  passes: 4,
  endPoint: "pinpoint-bleeding",
  cartridgeUnit: "0007",
});

describe("setting values in several zones at once", () => {
  it("adds new zones and leaves what was not given", () => {
    const record = applyToZones(last, ["cheek-left", "chin"], { depthMm: 0.75 });
    expect(record.zones.map(({ zone, depthMm, passes }) => [zone, depthMm, passes])).toEqual([
      ["cheek-left", 0.75, 4],
      ["cheek-right", 1, 4],
      ["chin", 0.75, null],
    ]);
    expect(last.zones[0]?.depthMm).toBe(1);
  });
});

describe("proposing last time's values", () => {
  const proposed = proposeFromLast(applyToZones(emptyRecord, ["cheek-left"], { depthMm: 0.5 }), last);

  it("fills empty zones only and marks them as proposed", () => {
    expect(proposed.zones.map(({ zone, depthMm, state }) => [zone, depthMm, state])).toEqual([
      ["cheek-left", 0.5, "confirmed"],
      ["cheek-right", 1, "proposed"],
    ]);
  });

  it("never carries over what happened: end point, cartridge", () => {
    expect(proposed.zones[1]).toMatchObject({ endPoint: null, cartridgeUnit: null });
  });

  it("makes them this session's own by one confirmation", () => {
    expect(confirmZones(proposed, ["cheek-right"]).zones[1]?.state).toBe("confirmed");
  });

  it("does not propose what nobody confirmed last time", () => {
    expect(proposeFromLast(emptyRecord, proposed).zones.map(({ zone }) => zone)).toEqual(["cheek-left"]);
  });
});

describe("proposing the plan's values", () => {
  it("fills empty zones only, as proposed, without what happened", () => {
    const plan = [
      { zone: "cheek-left", depthMm: 0.75, passes: 4, reason: "" },
      { zone: "chin", depthMm: 0.5, passes: null, reason: "Scar" },
    ] as const;
    const record = proposeFromPlan(applyToZones(emptyRecord, ["cheek-left"], { depthMm: 0.5 }), plan);
    expect(record.zones.map(({ zone, depthMm, passes, state }) => [zone, depthMm, passes, state])).toEqual([
      ["cheek-left", 0.5, null, "confirmed"],
      ["chin", 0.5, null, "proposed"],
    ]);
    expect(record.reasons).toEqual({});
  });
});

describe("comparing zones", () => {
  const plan = [
    { zone: "cheek-left", depthMm: 0.3, passes: 4 },
    { zone: "chin", depthMm: 0.75, passes: 4 },
  ] as const;

  it("names what was left out, added and set otherwise", () => {
    const done = [
      { zone: "cheek-left", depthMm: 0.5, passes: 6 },
      { zone: "nose", depthMm: 0.5, passes: 4 },
    ] as const;
    expect(compareWithPlan(plan, done)).toEqual([
      { zone: "cheek-left", kind: "depth", before: 0.3, now: 0.5 },
      { zone: "cheek-left", kind: "passes", before: 4, now: 6 },
      { zone: "chin", kind: "left-out" },
      { zone: "nose", kind: "added" },
    ]);
  });

  it("finds no difference in the rounding of a depth", () => {
    expect(compareWithLast([plan[0]], [{ ...plan[0], depthMm: 0.1 + 0.2 }])).toEqual([]);
  });
});
