import { describe, expect, it } from "vitest";
import { compareConditions, type PhotographConditions } from "./comparability.ts";
import { posesFor } from "./photograph-poses.ts";

const noted: PhotographConditions = { pose: "front", camera: "Room 1 tablet", distanceCm: 60, light: "ring lamp" };

describe("comparing two photographs by what was noted", () => {
  it("says the same only where all four were noted and agree", () => {
    expect(compareConditions(noted, { ...noted, distanceCm: 64 }).verdict).toBe("same-conditions-noted");
  });

  it.each(["pose", "camera", "distanceCm", "light"] as const)("is not assessed where %s was not noted", (condition) => {
    const pair = compareConditions(noted, { ...noted, [condition]: null });
    expect(pair).toMatchObject({ verdict: "not-assessed", conditions: { [condition]: "not-assessed" } });
  });

  it("counts an empty note as none", () => {
    expect(compareConditions({ ...noted, light: " " }, { ...noted, light: " " }).verdict).toBe("not-assessed");
  });

  it("is different by one difference, and still names what was not noted", () => {
    expect(
      compareConditions(noted, { pose: "left-profile", camera: null, distanceCm: 80, light: "ring lamp" }).words,
    ).toBe("Not comparable: pose, distance differed. Not noted: camera.");
  });
});

describe("the poses of a visit", () => {
  it("are five for the face and one for the neck", () => {
    expect(posesFor("face")).toHaveLength(5);
    expect(posesFor("neck")).toEqual(["chin-up"]);
  });
});
