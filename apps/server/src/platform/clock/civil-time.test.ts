import { calendarDate } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import { civilDay, edgeInstantOf, instantOf, skippedTimes, timeZoneNamed, wallTimesOf } from "./civil-time.ts";

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

describe("the day that it is, asked again and again", () => {
  it.each`
    zone                  | before                    | day             | after                     | next
    ${"Europe/London"}    | ${"2027-07-01T22:59:59Z"} | ${"2027-07-01"} | ${"2027-07-01T23:00:00Z"} | ${"2027-07-02"}
    ${"Asia/Kathmandu"}   | ${"2027-07-01T18:14:59Z"} | ${"2027-07-01"} | ${"2027-07-01T18:15:00Z"} | ${"2027-07-02"}
    ${"America/Santiago"} | ${"2026-09-06T03:59:59Z"} | ${"2026-09-05"} | ${"2026-09-06T04:00:00Z"} | ${"2026-09-06"}
    ${"America/New_York"} | ${"2028-03-01T04:59:59Z"} | ${"2028-02-29"} | ${"2028-03-01T05:00:00Z"} | ${"2028-03-01"}
    ${"Africa/Monrovia"}  | ${"1971-06-01T00:44:29Z"} | ${"1971-05-31"} | ${"1971-06-01T00:44:30Z"} | ${"1971-06-01"}
  `("changes in $zone at its midnight", ({ zone, before, day, after, next }) => {
    const asked = [before, before, after, before, after].map((instant) => civilDay(new Date(instant), zone));
    expect(asked).toEqual([day, day, next, day, next]);
  });
});

describe("the wall times that a zone skips in a year", () => {
  it.each`
    zone                     | year    | skipped
    ${"Europe/London"}       | ${2027} | ${[["2027-03-28", 60, 120]]}
    ${"America/New_York"}    | ${2027} | ${[["2027-03-14", 120, 180]]}
    ${"America/Santiago"}    | ${2026} | ${[["2026-09-06", 0, 60]]}
    ${"Australia/Lord_Howe"} | ${2027} | ${[["2027-10-03", 120, 150]]}
    ${"Asia/Kathmandu"}      | ${2027} | ${[]}
    ${"America/Phoenix"}     | ${2027} | ${[]}
    ${"Pacific/Apia"}        | ${2011} | ${[["2011-09-24", 180, 240], ["2011-12-30", 0, 1440]]}
  `("$zone in $year: $skipped", ({ zone, year, skipped }) => {
    const range = { from: calendarDate(`${year}-01-01`), to: calendarDate(`${year}-12-31`) };
    expect(skippedTimes(zone, range).map(({ day, from, to }) => [day, from, to])).toEqual(skipped);
  });

  it("are looked for between the two days alone, both of them included", () => {
    const on = (day: string) =>
      skippedTimes("Europe/London", { from: calendarDate(day), to: calendarDate(day) }).length;
    expect(["2027-03-27", "2027-03-28", "2027-03-29"].map(on)).toEqual([0, 1, 0]);
  });
});

describe("what the clock of a zone shows between two instants", () => {
  it.each`
    zone                     | begins                    | ends                      | shown                                                   | why
    ${"America/New_York"}    | ${"2027-03-12T15:00:00Z"} | ${"2027-03-12T16:00:00Z"} | ${[["2027-03-12", 600, 660]]}                           | ${"an ordinary hour"}
    ${"Asia/Kathmandu"}      | ${"2027-03-12T17:45:00Z"} | ${"2027-03-12T18:45:00Z"} | ${[["2027-03-12", 1410, 1440], ["2027-03-13", 0, 30]]}  | ${"over midnight"}
    ${"Europe/London"}       | ${"2027-03-28T00:30:00Z"} | ${"2027-03-28T01:30:00Z"} | ${[["2027-03-28", 30, 60], ["2027-03-28", 120, 150]]}   | ${"around what is skipped"}
    ${"Europe/London"}       | ${"2027-10-31T00:30:00Z"} | ${"2027-10-31T01:30:00Z"} | ${[["2027-10-31", 90, 120], ["2027-10-31", 60, 90]]}    | ${"in the hour that is there twice"}
    ${"Australia/Lord_Howe"} | ${"2027-04-03T14:45:00Z"} | ${"2027-04-03T15:15:00Z"} | ${[["2027-04-04", 105, 120], ["2027-04-04", 90, 105]]}  | ${"in the half hour that is there twice"}
    ${"America/Santiago"}    | ${"2026-09-06T03:30:00Z"} | ${"2026-09-06T04:30:00Z"} | ${[["2026-09-05", 1410, 1440], ["2026-09-06", 60, 90]]} | ${"around a midnight that is not"}
  `("$zone: $why", ({ zone, begins, ends, shown }) => {
    const times = wallTimesOf({ begins: new Date(begins), ends: new Date(ends) }, zone);
    expect(times.map(({ day, from, to }) => [day, from, to])).toEqual(shown);
  });
});

describe("a time zone's name", () => {
  it.each([
    ["Europe/London", "Europe/London"],
    [" europe/london ", "Europe/London"],
    ["asia/kolkata", "Asia/Kolkata"],
    ["america/port_of_spain", "America/Port_of_Spain"],
    ["utc", "UTC"],
    ["Europe/Lundon", null],
    ["+01:00", null],
    ["", null],
    ["London", null],
  ])("%j is %j", (text, name) => expect(timeZoneNamed(text)).toBe(name));
});

describe("the edge of a booking", () => {
  it("that the clock skips is the moment at which it is moved, so that edges never change their order", () => {
    const edge = (minute: number) =>
      edgeInstantOf({ day: calendarDate("2027-03-28"), minute, timeZone: "Europe/London" })
        .toISOString()
        .slice(11, 16);
    expect([30, 60, 90, 120, 150].map(edge)).toEqual(["00:30", "01:00", "01:00", "01:00", "01:30"]);
  });

  it.each(["Europe/London", "America/New_York", "America/Santiago", "Australia/Lord_Howe"])(
    "is never earlier than one before it on the wall: %s",
    (timeZone) => {
      for (const day of [
        "2027-03-14",
        "2027-03-28",
        "2027-04-03",
        "2027-04-04",
        "2027-09-05",
        "2027-10-03",
        "2027-10-31",
      ]) {
        const edges = Array.from({ length: 289 }, (_, slot) =>
          edgeInstantOf({ day: calendarDate(day), minute: slot * 5, timeZone }).getTime(),
        );
        expect(edges).toEqual(edges.toSorted((left, right) => left - right));
      }
    },
  );
});
