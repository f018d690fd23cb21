import type { SiteView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { firstWish } from "./course-wish.ts";
import { areWhole, firstHandDays } from "./hand-days.ts";

const open: [string, string][] = [["09:00", "18:00"]];
const site: SiteView = {
  id: "lane",
  name: "Alder Lane",
  timeZone: "Europe/London",
  opening: { mon: open, tue: [["14:00", "20:00"]], wed: open, thu: open, fri: open },
};
const wish = firstWish("lane", "2027-01-09");
const today = "2027-01-08";

describe("the days that a course by hand begins from", () => {
  it("are the ideal gap apart, each moved to the next day of opening", () => {
    // 9 January 2027 is a Saturday; the Monday after it, then 35 days each.
    expect(firstHandDays(wish, { site, today, bookableFrom: null })).toEqual([
      { day: "2027-01-11", start: "09:00" },
      { day: "2027-02-15", start: "09:00" },
      { day: "2027-03-22", start: "09:00" },
    ]);
  });

  it("begin when treatment may, on a weekday that suits, at the time that is preferred", () => {
    const tuesdays = { ...wish, weekdays: ["tue"] as const, preferred: "morning" as const };
    expect(firstHandDays(tuesdays, { site, today, bookableFrom: "2027-01-13" })[0]).toEqual({
      day: "2027-01-19",
      start: "14:00",
    });
    const late = { ...wish, preferred: "late" as const };
    expect(firstHandDays(late, { site, today, bookableFrom: null })[0]).toEqual({ day: "2027-01-11", start: "17:00" });
  });

  it("never begin today, whose hours may be over", () => {
    expect(firstHandDays(wish, { site, today: "2027-01-11", bookableFrom: null })[0]?.day).toBe("2027-01-12");
  });

  it("are looked up once they are whole", () => {
    expect(areWhole([{ day: "2027-01-11", start: "09:05" }])).toBe(true);
    expect(areWhole([{ day: "0002-01-11", start: "09:00" }])).toBe(false);
    expect(areWhole([{ day: "2027-01-11", start: "09:03" }])).toBe(false);
    expect(areWhole([{ day: "", start: "09:00" }])).toBe(false);
  });
});
