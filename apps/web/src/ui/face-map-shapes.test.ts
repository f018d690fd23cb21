import { type ZoneId, zoneIds, zones } from "@fibril/protocol";
import { describe, expect, it } from "vitest";
import { shapeOf } from "./face-map-shapes.ts";

const drawn = zoneIds.filter((id: ZoneId) => zones[id].region !== "body");

describe("the face map", () => {
  it.each(drawn)("draws %s", (id) => {
    expect(shapeOf(id)?.path).toMatch(/^M.*Z$/);
  });

  it("has no picture of the body: its zones are chosen by name", () => {
    expect(zoneIds.filter((id) => shapeOf(id) === null && zones[id].region !== "body")).toEqual([]);
  });
});
