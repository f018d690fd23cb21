import { describe, expect, it } from "vitest";
import { daysBetweenBoth } from "./closure-days.ts";

describe("closed days in a row", () => {
  it("are the first and the last day and all between, over the end of a year", () =>
    expect(daysBetweenBoth({ day: "2027-12-30", until: "2028-01-02" })).toEqual([
      "2027-12-30",
      "2027-12-31",
      "2028-01-01",
      "2028-01-02",
    ]));

  it.each(["", "2027-12-24"])("are the one day where the last is %j", (until) =>
    expect(daysBetweenBoth({ day: "2027-12-25", until })).toEqual(["2027-12-25"]),
  );
});
