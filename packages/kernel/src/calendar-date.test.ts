import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  calendarDate,
  daysBetween,
  epochDay,
  fromEpochDay,
  parseCalendarDate,
  weekdayOf,
} from "./calendar-date.ts";

describe("the civil calendar", () => {
  it.each(["2027-02-29", "2027-13-01", "2027-00-10", "2027-1-1", "0000-01-01", "2027-04-31", "2027-01-01T00:00"])(
    "refuses %s",
    (text) => expect(parseCalendarDate(text)).toBeNull(),
  );
  it.each([
    ["2026-08-31", 6, "2027-02-28"],
    ["2027-08-31", 6, "2028-02-29"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2027-03-31", -1, "2027-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
  ])("%s and %i months is %s", (date, months, expected) =>
    expect(addMonths(calendarDate(date), months)).toBe(expected),
  );
  it("counts days over a clock change as civil days", () =>
    expect(daysBetween(calendarDate("2027-03-01"), calendarDate("2027-04-05"))).toBe(35));
  it.each([
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2008-02-29", "2028-02-29", 20],
    ["1990-04-02", "2026-04-01", 35],
    ["1990-04-02", "2026-04-02", 36],
  ])("born %s is on %s aged %i", (born, day, age) => expect(ageOn(calendarDate(born), calendarDate(day))).toBe(age));
  it("knows the weekday", () => {
    expect(weekdayOf(calendarDate("2026-11-25"))).toBe("wed");
    expect(weekdayOf(calendarDate("1969-12-31"))).toBe("wed");
  });
  it("goes to a day number and back", () =>
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const date = fromEpochDay(day);
        expect(parseCalendarDate(date)).toBe(date);
        expect(epochDay(date)).toBe(day);
        expect(epochDay(addDays(date, 1))).toBe(day + 1);
      }),
    ));
});
