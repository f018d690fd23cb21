import { emptyRecord, type SessionRecord, type ZoneRecord } from "@fibril/session";
import { describe, expect, it } from "vitest";
import { expectedAt, inCommon, marksOf, withOnlyCartridge, zoneMarks } from "./zone-choice.ts";

const zone: ZoneRecord = {
  zone: "cheek-left",
  place: "",
  state: "confirmed",
  depthMm: 0.75,
  passes: 4,
  endPoint: null,
  bleeding: null,
  directions: [],
  speed: null,
  cartridgeUnit: null,
};
const record: SessionRecord = { ...emptyRecord, zones: [zone, { ...zone, zone: "nose", depthMm: 0.5 }] };
const cartridge = { lot: "L", unit: "1", expiresOn: "2027-01-31" as never };

describe("several zones set at once", () => {
  it("share the strictest scale, so that none goes over its own", () => {
    expect(marksOf(["cheek-left", "periorbital-left"], { maxDepthMm: 1.5 })).toEqual({
      defaultMm: 0.25,
      thresholdMm: 0.5,
      limitMm: 1.5,
    });
  });

  it("show a value only where all have it", () => {
    expect(inCommon(record, ["cheek-left", "nose"], "passes")).toBe(4);
    expect(inCommon(record, ["cheek-left", "nose"], "depthMm")).toBeUndefined();
    expect(inCommon(record, ["chin"], "depthMm")).toBeNull();
    expect(inCommon(record, ["chin", "nose"], "passes")).toBeUndefined();
  });

  it("take the cartridge where only one was opened", () => {
    const one = { ...record, cartridges: [cartridge] };
    expect(withOnlyCartridge(one, ["chin"], { depthMm: 0.5 })).toEqual({ depthMm: 0.5, cartridgeUnit: "1" });
    const two = { ...record, cartridges: [cartridge, { ...cartridge, unit: "2" }] };
    expect(withOnlyCartridge(two, ["chin"], { depthMm: 0.5 })).toEqual({ depthMm: 0.5 });
  });

  it("expect an end point only of a depth that is one", () => {
    expect(expectedAt(0.25)).toEqual(["erythema"]);
    expect(expectedAt(undefined)).toEqual([]);
  });
});

describe("the face map", () => {
  it("draws what is proposed apart from what is done, and no depth where none is set", () => {
    const zones = [
      { ...zone, state: "proposed" as const },
      { ...zone, zone: "nose" as const, depthMm: null },
    ];
    expect(zoneMarks({ zones })).toEqual({
      "cheek-left": { state: "proposed", value: "0.75", valueText: "0.75 mm, 4 passes" },
      nose: { state: "done" },
    });
  });
});
