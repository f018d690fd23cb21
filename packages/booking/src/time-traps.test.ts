import { addDays, calendarDate, weekdays } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import { parseCourseSearch } from "./parse-course-search.ts";
import { searchCourses } from "./search-courses.ts";

const always = Object.fromEntries(weekdays.map((day) => [day, [["00:00", "24:00"]]]));
const document = (from: string, change: Record<string, unknown> = {}, request: Record<string, unknown> = {}) => ({
  timeZone: "Europe/London",
  from,
  to: addDays(calendarDate(from), 120),
  opening: { weekly: always },
  practitioners: [{ id: "p1", qualifications: [{ name: "face" }], weekly: always }],
  rooms: [{ id: "r1", kinds: ["prep", "treatment"] }],
  devices: [{ id: "d1", kinds: ["pen"] }],
  service: {
    prepMinutes: 30,
    treatmentMinutes: 45,
    notesMinutes: 10,
    roomTurnoverMinutes: 15,
    deviceCleaningMinutes: 20,
    requires: { qualification: "face", prepRoom: "prep", treatmentRoom: "treatment", device: "pen" },
  },
  request: {
    sessions: 2,
    gapDays: { min: 28, max: 42, target: 35 },
    firstSession: { earliest: from, latest: from },
    ...request,
  },
  ...change,
});

function search(input: unknown) {
  const parsed = parseCourseSearch(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return searchCourses(parsed.value);
}
const placesOf = (input: unknown) => search(input).courses[0]?.sessions.map(({ day, start }) => `${day} ${start}`);

describe("time traps", () => {
  it.each([
    ["Europe/London", "2027-02-21", "2027-03-28"],
    ["Europe/London", "2027-09-26", "2027-10-31"],
    ["America/New_York", "2027-02-07", "2027-03-14"],
    ["America/New_York", "2027-10-03", "2027-11-07"],
    ["America/Santiago", "2027-08-01", "2027-09-05"],
    ["Australia/Lord_Howe", "2027-02-28", "2027-04-04"],
    ["Australia/Lord_Howe", "2027-08-29", "2027-10-03"],
    ["Asia/Kathmandu", "2027-02-21", "2027-03-28"],
    ["America/Phoenix", "2027-02-07", "2027-03-14"],
  ])("in %s the clock change moves nothing: %s and 35 civil days", (timeZone, from, second) =>
    expect(placesOf(document(from, { timeZone }, { preferred: [["01:30", "02:30"]] }))).toEqual([
      `${from} 01:30`,
      `${second} 01:30`,
    ]),
  );
  it("counts 29 February 2028", () =>
    expect(placesOf(document("2028-01-25"))).toEqual(["2028-01-25 00:00", "2028-02-29 00:00"]));
  it("goes past a holiday on day 35, to the earlier of two days as near", () =>
    expect(placesOf(document("2027-11-20", { opening: { weekly: always, closed: ["2027-12-25"] } }))).toEqual([
      "2027-11-20 00:00",
      "2027-12-24 00:00",
    ]));
  it("a licence that lapses mid-course leaves the later session to the last day it holds", () =>
    expect(
      placesOf(
        document("2027-01-04", {
          practitioners: [{ id: "p1", qualifications: [{ name: "face", validTo: "2027-02-02" }], weekly: always }],
        }),
      ),
    ).toEqual(["2027-01-04 00:00", "2027-02-02 00:00"]));
  it("keeps the window [28, 28]", () =>
    expect(placesOf(document("2027-01-04", {}, { gapDays: { min: 28, max: 28, target: 28 } }))).toEqual([
      "2027-01-04 00:00",
      "2027-02-01 00:00",
    ]));
  it("lets a session end exactly at closing, and not five minutes later", () => {
    // 30 prep + 45 treatment + 20 cleaning = 95 minutes.
    const weekly = (closing: string) => ({ opening: { weekly: { mon: [["09:00", closing]] } } });
    expect(placesOf(document("2027-01-04", weekly("10:35")))).toEqual(["2027-01-04 09:00", "2027-02-08 09:00"]);
    expect(search(document("2027-01-04", weekly("10:30"))).refusal).toMatchObject({
      session: 1,
      blocking: ["opening"],
    });
  });
  it("does not bridge two roster intervals that touch", () =>
    expect(
      search(
        document("2027-01-04", {
          practitioners: [
            {
              id: "p1",
              qualifications: [{ name: "face" }],
              weekly: {
                mon: [
                  ["09:00", "09:30"],
                  ["09:30", "10:00"],
                ],
              },
            },
          ],
        }),
      ).refusal,
    ).toMatchObject({ session: 1, blocking: ["practitioners"] }));
});

describe("checking a search", () => {
  const paths = (input: unknown) => {
    const parsed = parseCourseSearch(input);
    return parsed.ok ? [] : parsed.problem.map(({ path }) => path);
  };
  it.each([
    [[], [""]],
    [document("2027-01-04", { timeZone: "Mars/Olympus" }), ["timeZone"]],
    [document("2027-01-04", { to: "2027-01-03" }), ["to"]],
    [document("2027-01-04", { to: "2030-01-05" }), ["to"]],
    [document("2027-01-04", { to: "2030-01-04" }), []],
    [document("2027-01-04", { weights: { gapDay: -1, gapDays: 1 } }), ["weights.gapDays", "weights.gapDay"]],
    [
      document("2027-01-04", {
        rooms: [
          { id: "r", kinds: [] },
          { id: "r", kinds: [] },
        ],
      }),
      ["rooms.1.id"],
    ],
    [
      document("2027-01-04", {
        opening: {
          weekly: {
            mon: [
              ["09:00", "12:00"],
              ["12:00", "13:00"],
            ],
          },
        },
      }),
      ["opening.weekly.mon.1"],
    ],
    [
      document("2027-01-04", { opening: { weekly: { mon: [["09:02", "24:05"]] } } }),
      ["opening.weekly.mon.0.0", "opening.weekly.mon.0.1"],
    ],
    [document("2027-01-04", {}, { weekdays: [] }), ["request.weekdays"]],
    [document("2027-01-04", {}, { sessions: 13, suggestions: 0 }), ["request.sessions", "request.suggestions"]],
    [
      document("2027-01-04", {}, { gapDays: { min: 30, max: 29, target: 400 } }),
      ["request.gapDays.max", "request.gapDays.target"],
    ],
    [
      document("2027-01-04", {}, { firstSession: { earliest: "2027-02-01", latest: "2027-01-01" } }),
      ["request.firstSession.latest"],
    ],
    [document("2027-01-04", {}, { notBefore: null, weekdays: null, preferred: null, blockedDays: null }), []],
  ])("finds every issue at its place", (input, expected) => expect(paths(input)).toEqual(expected));
});
