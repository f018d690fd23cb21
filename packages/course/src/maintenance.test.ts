import { calendarDate } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import { maintenanceOf } from "./maintenance.ts";

const lastSession = calendarDate("2026-08-31");

describe("maintenance", () => {
  it.each([
    ["2027-02-27", "not-yet"],
    ["2027-02-28", "due"],
    ["2027-08-31", "due"],
    ["2027-09-01", "overdue"],
  ])("on %s is %s", (today, state) =>
    expect(maintenanceOf({ lastSession, today: calendarDate(today), declinedOn: null })).toEqual({
      from: "2027-02-28",
      to: "2027-08-31",
      state,
    }),
  );
  it("is not asked again of a patient who declined", () =>
    expect(
      maintenanceOf({ lastSession, today: calendarDate("2027-09-01"), declinedOn: calendarDate("2027-03-01") }).state,
    ).toBe("declined"));
});
