import { calendarDate } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import { refusePast } from "./refuse-past.ts";

const refuse = (day: string, start: string, now: string, timeZone = "Europe/London") =>
  refusePast({ day: calendarDate(day), start }, { now: new Date(now), timeZone, path: "place" });

describe("booking the past", () => {
  it.each`
    day             | start      | now                       | path
    ${"2027-01-05"} | ${"23:55"} | ${"2027-01-06T10:02:00Z"} | ${"place.day"}
    ${"2027-01-06"} | ${"10:00"} | ${"2027-01-06T10:02:00Z"} | ${"place.start"}
    ${"2027-01-06"} | ${"10:00"} | ${"2027-01-06T10:00:59Z"} | ${undefined}
    ${"2027-01-06"} | ${"10:05"} | ${"2027-01-06T10:02:00Z"} | ${undefined}
    ${"2027-01-07"} | ${"00:00"} | ${"2027-01-06T23:59:00Z"} | ${undefined}
  `("$day $start asked at $now", ({ day, start, now, path }) => expect(refuse(day, start, now)?.path).toBe(path));
  it("goes by the clock of the site: in New York it is still yesterday", () => {
    const now = "2027-01-06T03:00:00Z";
    expect(refuse("2027-01-05", "22:30", now, "America/New_York")).toBeNull();
    expect(refuse("2027-01-05", "21:55", now, "America/New_York")).toEqual({
      path: "place.start",
      message: "is in the past",
    });
  });
});
