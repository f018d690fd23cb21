import { describe, expect, it } from "vitest";
import { daysShown, readCalendarChoice, step } from "./calendar-choice.ts";

describe("what the calendar shows", () => {
  it("is read from the address", () => {
    expect(readCalendarChoice({ day: "2026-11-26", view: "week", show: "room" })).toEqual({
      day: "2026-11-26",
      view: "week",
      show: "room",
    });
  });

  it("leaves out what it does not understand", () => {
    expect(readCalendarChoice({ day: "2026-02-30", view: "year", show: 3, site: [] })).toEqual({});
  });

  it("is the week from its Monday", () => {
    expect(daysShown("2026-11-26", "week")).toEqual({ from: "2026-11-23", days: 7 });
  });

  it("moves by a day or a week", () => {
    expect([step("2026-11-26", "day", 1), step("2026-11-26", "week", -1)]).toEqual(["2026-11-27", "2026-11-19"]);
  });
});
