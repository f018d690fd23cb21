import { calendarDate } from "@fibril/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standardGapDays } from "./course-rules.ts";
import { gapVerdict, planCourse, startingFrom, windowAfter, windowBetween } from "./session-window.ts";
import { widenGap } from "./widen-gap.ts";

const gapDays = standardGapDays;
const firstSession = calendarDate("2027-03-01");

describe("planning a course", () => {
  it("sets four sessions 28 to 42 days apart, aiming at 35, over a clock change", () =>
    expect(planCourse({ firstSession, sessions: 4, gapDays })).toEqual({
      ok: true,
      value: [
        { ordinal: 1, window: { from: "2027-03-01", to: "2027-03-01", target: "2027-03-01" } },
        { ordinal: 2, window: { from: "2027-03-29", to: "2027-04-12", target: "2027-04-05" } },
        { ordinal: 3, window: { from: "2027-04-26", to: "2027-05-24", target: "2027-05-10" } },
        { ordinal: 4, window: { from: "2027-05-24", to: "2027-07-05", target: "2027-06-14" } },
      ],
    }));
  it.each([
    [2, gapDays, "too-few-sessions"],
    [7, gapDays, "too-many-sessions"],
    [Number.NaN, gapDays, "too-few-sessions"],
    [4, { min: 27, max: 42, target: 35 }, "gap-too-short"],
    [4, { min: 28, max: 43, target: 35 }, "gap-too-long"],
    [4, { min: 28, max: 30, target: 35 }, "gap-out-of-order"],
  ])("refuses %s sessions %j: %s", (sessions, gap, code) =>
    expect(planCourse({ firstSession, sessions, gapDays: gap })).toMatchObject({ ok: false, problem: { code } }),
  );
});

describe("the window of a session", () => {
  it("crosses 29 February 2028 by civil days", () =>
    expect(windowAfter(calendarDate("2028-02-01"), gapDays)).toEqual({
      from: "2028-02-29",
      to: "2028-03-14",
      target: "2028-03-07",
    }));
  it("begins no earlier than the day that screening allows", () =>
    expect(startingFrom(windowAfter(firstSession, gapDays), calendarDate("2027-04-08"))).toEqual({
      from: "2027-04-08",
      to: "2027-04-12",
      target: "2027-04-08",
    }));
  it("is none where screening allows only a later day", () =>
    expect(startingFrom(windowAfter(firstSession, gapDays), calendarDate("2027-04-13"))).toBeNull());
  it("between two sessions that stay is legal to both", () =>
    expect(windowBetween({ previous: firstSession, next: calendarDate("2027-05-20"), gapDays })).toEqual({
      from: "2027-04-08",
      to: "2027-04-12",
      target: "2027-04-08",
    }));
  it("between two sessions 50 days apart there is none", () =>
    expect(windowBetween({ previous: firstSession, next: calendarDate("2027-04-20"), gapDays })).toBeNull());
  it("before the second session looks back from it", () =>
    expect(windowBetween({ previous: null, next: calendarDate("2027-04-20"), gapDays })).toEqual({
      from: "2027-03-09",
      to: "2027-03-23",
      target: "2027-03-16",
    }));
  it.each([
    ["2027-03-28", "too-soon"],
    ["2027-03-29", "legal"],
    ["2027-04-12", "legal"],
    ["2027-04-13", "too-late"],
  ])("%s after 1 March is %s", (day, verdict) =>
    expect(gapVerdict(firstSession, calendarDate(day), gapDays)).toBe(verdict),
  );
});

describe("a reaction", () => {
  it("widens the gap after it, never narrows it", () => {
    expect(widenGap(gapDays, 14)).toEqual({ min: 42, max: 56, target: 49 });
    fc.assert(
      fc.property(fc.integer({ min: -400, max: -1 }), (days) => {
        expect(() => widenGap(gapDays, days)).toThrow(RangeError);
      }),
    );
  });
});
