import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarFile } from "./calendar-file.ts";

const visit = {
  reference: "0190",
  startsAt: "2027-06-10T09:00:00.000Z",
  endsAt: "2027-06-10T09:45:00.000Z",
  summary: "Consultation; Alder Clinic, London",
  place: `Żółć Lane 1, ${"a long way down the road ".repeat(6)}`,
  at: Date.parse("2027-01-06T08:00:00Z"),
};

describe("adding the visit to a calendar", () => {
  it("is read back as it was booked by another program", () => {
    const [event] = new ICAL.Component(ICAL.parse(calendarFile(visit))).getAllSubcomponents("vevent");
    const read = new ICAL.Event(event);
    expect(read.uid).toBe("0190@fibril");
    expect(read.startDate.toJSDate().toISOString()).toBe(visit.startsAt);
    expect(read.endDate.toJSDate().toISOString()).toBe(visit.endsAt);
    expect(read.summary).toBe(visit.summary);
    expect(read.location).toBe(visit.place);
  });

  it("has no line over 75 octets and ends each as the standard says", () => {
    const lines = calendarFile(visit).split("\r\n");
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(lines.at(-1)).toBe("");
  });
});
