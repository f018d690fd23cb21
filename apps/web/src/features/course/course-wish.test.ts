import { describe, expect, it } from "vitest";
import { blockingWords, firstWish, offerFirstDay, offerRelaxation, wishBody, wishIssues } from "./course-wish.ts";

const wish = firstWish("site", "2026-11-25");
const replace = (path: string, value: unknown) => ({ change: [{ op: "replace", path, value }], cost: 0 });

describe("a wish for a course", () => {
  it("begins with three sessions, five weeks apart, the first within four weeks", () => {
    expect(wishBody(wish)).toEqual({
      siteId: "site",
      sessions: 3,
      gapDays: { min: 28, max: 42, target: 35 },
      earliest: "2026-11-25",
      latest: "2026-12-23",
      weekdays: null,
      blockedDays: [],
      preferred: [],
      practitionerId: null,
    });
  });

  it("names its weekdays once one of them is left out", () => {
    expect(wishBody({ ...wish, weekdays: ["tue"] }).weekdays).toEqual(["tue"]);
  });

  it("is not asked with gaps that don't rise, a last day before the first, or no weekday", () => {
    const wrong = { ...wish, gapDays: { min: 35, max: 30, target: 33 }, latest: "2026-11-01", weekdays: [] };
    expect(Object.keys(wishIssues(wrong))).toEqual(["gapDays", "latest", "weekdays"]);
  });

  it("is not asked with a gap under four weeks", () => {
    expect(Object.keys(wishIssues({ ...wish, gapDays: { min: 21, max: 42, target: 35 } }))).toEqual(["gapDays"]);
  });
});

describe("a change that would help", () => {
  it("is offered in words and leads to another wish", () => {
    expect(offerRelaxation(wish, replace("/request/firstSession/latest", "2027-01-12"))).toEqual({
      words: "Let the first session be as late as Tue 12 Jan 2027",
      wish: { ...wish, latest: "2027-01-12" },
    });
  });

  it("is not offered beyond six weeks between sessions", () => {
    expect(offerRelaxation(wish, replace("/request/gapDays/max", 45))).toBeNull();
  });

  it("is not offered where it is not understood", () => {
    expect(offerRelaxation(wish, replace("/request/moon", "full"))).toBeNull();
  });
});

describe("what stands in the way", () => {
  it("is said in words, and an unknown group by its name", () => {
    expect(blockingWords(["devices", "tides"])).toEqual([
      "The devices are taken or out of service.",
      "A rule called “tides”.",
    ]);
  });
});

describe("the first day on which treatment may begin", () => {
  it("is offered with four weeks to begin in", () => {
    expect(offerFirstDay(wish, "2027-03-02")).toEqual({
      words: "Look from Tue 2 Mar 2027, when treatment may begin",
      wish: { ...wish, earliest: "2027-03-02", latest: "2027-03-30" },
    });
  });

  it("is not offered where the wish begins later, or where there is none", () => {
    expect([offerFirstDay(wish, "2026-11-01"), offerFirstDay(wish, null)]).toEqual([null, null]);
  });
});
