import { calendarDate } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import { instantOf } from "./civil-time.ts";

const utc = (timeZone: string, day: string, time: string) => {
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return instantOf({ day: calendarDate(day), minute, timeZone })
    .toISOString()
    .slice(0, 16);
};

describe("the instant of a wall time, on the days when clocks change", () => {
  it.each`
    zone                     | day             | time       | instant               | why
    ${"Europe/London"}       | ${"2027-03-28"} | ${"00:30"} | ${"2027-03-28T00:30"} | ${"before the gap"}
    ${"Europe/London"}       | ${"2027-03-28"} | ${"01:30"} | ${"2027-03-28T01:30"} | ${"skipped: read as 02:30"}
    ${"Europe/London"}       | ${"2027-03-28"} | ${"10:00"} | ${"2027-03-28T09:00"} | ${"summer time"}
    ${"Europe/London"}       | ${"2027-10-31"} | ${"01:30"} | ${"2027-10-31T00:30"} | ${"twice: the earlier"}
    ${"Europe/London"}       | ${"2027-10-31"} | ${"10:00"} | ${"2027-10-31T10:00"} | ${"winter time"}
    ${"America/New_York"}    | ${"2027-03-14"} | ${"02:30"} | ${"2027-03-14T07:30"} | ${"skipped: read as 03:30"}
    ${"America/New_York"}    | ${"2027-11-07"} | ${"01:30"} | ${"2027-11-07T05:30"} | ${"twice: the earlier"}
    ${"America/Santiago"}    | ${"2026-09-06"} | ${"00:00"} | ${"2026-09-06T04:00"} | ${"a midnight that is not: 01:00"}
    ${"America/Santiago"}    | ${"2027-04-03"} | ${"23:30"} | ${"2027-04-04T02:30"} | ${"twice: the earlier"}
    ${"Australia/Lord_Howe"} | ${"2027-10-03"} | ${"02:15"} | ${"2027-10-02T15:45"} | ${"half an hour skipped: 02:45"}
    ${"Australia/Lord_Howe"} | ${"2027-04-04"} | ${"01:45"} | ${"2027-04-03T14:45"} | ${"half an hour twice: the earlier"}
    ${"Asia/Kathmandu"}      | ${"2027-03-28"} | ${"10:00"} | ${"2027-03-28T04:15"} | ${"never changes, 5:45 ahead"}
    ${"America/Phoenix"}     | ${"2027-03-14"} | ${"02:30"} | ${"2027-03-14T09:30"} | ${"never changes"}
    ${"Europe/London"}       | ${"2028-02-29"} | ${"10:00"} | ${"2028-02-29T10:00"} | ${"a leap day"}
    ${"Europe/London"}       | ${"2027-12-31"} | ${"23:55"} | ${"2027-12-31T23:55"} | ${"the year's last"}
  `("$zone $day $time: $why", ({ zone, day, time, instant }) => expect(utc(zone, day, time)).toBe(instant));
});
