import { checkSession } from "@fibril/protocol";
import { emptyRecord, treatmentOf, type ZoneRecord } from "@fibril/session";
import { describe, expect, it } from "vitest";
import { groupFindings, reasonOf } from "./grouped-findings.ts";

const zone = {
  place: "",
  state: "confirmed",
  passes: 4,
  endPoint: null,
  bleeding: null,
  directions: [],
  speed: null,
  cartridgeUnit: null,
} as const;
const zones: readonly ZoneRecord[] = [
  { ...zone, zone: "forehead-left", depthMm: 1.2 },
  { ...zone, zone: "forehead-right", depthMm: 1.2 },
];

describe("the protocol's findings", () => {
  const person = { ageYears: 30, weightKg: null, fitzpatrick: 3 } as const;
  const groups = groupFindings(checkSession(treatmentOf({ ...emptyRecord, zones }, person)));
  const threshold = groups.find(({ rule }) => rule === "depth.zone-threshold");

  it("ask once for the reason of one rule in several zones", () => {
    expect(threshold?.zones).toEqual(["forehead-left", "forehead-right"]);
    expect(threshold?.keys).toEqual(["depth.zone-threshold@forehead-left", "depth.zone-threshold@forehead-right"]);
  });

  it("show no reason where the zones' reasons differ", () => {
    if (!threshold) throw new Error("no threshold finding");
    const [left = "", right = ""] = threshold.keys;
    expect(reasonOf({ [left]: "Old scar", [right]: "Old scar" }, threshold)).toBe("Old scar");
    expect(reasonOf({ [left]: "Old scar" }, threshold)).toBe("");
  });
});
