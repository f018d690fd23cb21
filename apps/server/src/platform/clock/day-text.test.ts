import { describe, expect, it } from "vitest";
import { dayAndTime, dayText, instantText } from "./day-text.ts";

describe("a day in the clinic's words", () => {
  it("names weekday, day, month and year", () => expect(dayText("2027-01-12")).toBe("Tue 12 Jan 2027"));
  it("is the same at a clock change", () => expect(dayText("2027-03-28")).toBe("Sun 28 Mar 2027"));
  it("goes with its wall time", () => expect(dayAndTime("2027-01-12", "09:30")).toBe("Tue 12 Jan 2027, 09:30"));
  it.each`
    zone                  | words
    ${"Europe/London"}    | ${"Thu 1 Jul 2027, 00:30"}
    ${"America/New_York"} | ${"Wed 30 Jun 2027, 19:30"}
  `("is told on the clock of $zone", ({ zone, words }) => {
    expect(instantText(new Date("2027-06-30T23:30:00Z"), zone)).toBe(words);
  });
});
