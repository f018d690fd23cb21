import { describe, expect, it } from "vitest";
import { comparesSchedules } from "./who-compares.ts";

describe("setting two schedules side by side", () => {
  it("is for those who treat, and for the owner, who may read what treatment is about", () => {
    expect(comparesSchedules("practitioner")).toBe(true);
    expect(comparesSchedules("owner")).toBe(true);
  });

  it.each(["manager", "front-desk", "auditor", "integrator", "patient"] as const)("is not for the %s", (role) => {
    expect(comparesSchedules(role)).toBe(false);
  });

  it("is for nobody who is not signed in", () => {
    expect(comparesSchedules(undefined)).toBe(false);
  });
});
