import { describe, expect, it } from "vitest";
import { dayNumber, dayScale } from "./day-scale.ts";

describe("the time axis", () => {
  it("counts 35 days across the night the clocks change", () => {
    expect(dayNumber("2027-04-11") - dayNumber("2027-03-07")).toBe(35);
  });

  it("puts the ends at the ends", () => {
    const scale = dayScale({ from: "2027-01-01", to: "2027-12-31", left: 10, right: 110 });
    expect([scale.x("2027-01-01"), scale.x("2027-12-31")]).toEqual([10, 110]);
  });

  it("marks the first of each month and names the year in January", () => {
    const scale = dayScale({ from: "2026-11-20", to: "2027-02-10", left: 0, right: 900 });
    expect(scale.months.map(({ label }) => label)).toEqual(["Dec", "Jan 2027", "Feb"]);
  });
});
