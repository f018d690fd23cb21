import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarMark, type FeedEvent, writeCalendar } from "./write-calendar.ts";

const visit: FeedEvent = {
  id: "0199a1b2-0000-7000-8000-0000a1b2c3d4",
  kind: "Session",
  startsAt: new Date("2027-03-29T08:30:00Z"),
  endsAt: new Date("2027-03-29T09:45:00Z"),
  place: "Room 1, Alder Lane; first floor",
  visitNumber: "a1b2c3d4",
  isCancelled: false,
  sequence: 2,
  changedAt: new Date("2027-01-06T08:00:00Z"),
};

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

describe("a calendar feed", () => {
  it("is read by another program as it was meant: when, what kind, where, nothing else", () => {
    const [event] = read(writeCalendar("Visits of Dr Nair", [visit]));
    expect(event?.uid).toBe("0199a1b2-0000-7000-8000-0000a1b2c3d4@fibril");
    expect(event?.summary).toBe("Session");
    expect(event?.location).toBe("Room 1, Alder Lane; first floor");
    expect(event?.description).toBe("Visit a1b2c3d4");
    expect(event?.startDate.toJSDate().toISOString()).toBe("2027-03-29T08:30:00.000Z");
    expect(event?.endDate.toJSDate().toISOString()).toBe("2027-03-29T09:45:00.000Z");
    expect(event?.sequence).toBe(2);
  });

  it("says that a visit is cancelled instead of dropping it", () => {
    const text = writeCalendar("Visits", [visit, { ...visit, id: "other", isCancelled: true }]);
    const states = read(text).map((event) => event.component.getFirstPropertyValue("status"));
    expect(states).toEqual(["CONFIRMED", "CANCELLED"]);
  });

  it("keeps every line within 75 octets, ended by CR and LF, and loses no character of a long place", () => {
    const place = `${"Zimmer mit schöner Aussicht 🌊, ".repeat(9)}\\ Ende`;
    const text = writeCalendar("Visits", [{ ...visit, place }]);
    const lines = text.split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(read(text)[0]?.location).toBe(place);
  });

  it("can't be made to hold another event by a place with line breaks", () => {
    const place = "Room 1\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged";
    const events = read(writeCalendar("Visits", [{ ...visit, place }]));
    expect(events).toHaveLength(1);
    expect(events[0]?.summary).toBe("Session");
  });

  it("is a valid calendar without a single visit, and has the same mark as long as nothing changes", () => {
    expect(read(writeCalendar("Visits", []))).toEqual([]);
    const [one, same, other] = [[visit], [{ ...visit }], [{ ...visit, sequence: 3 }]].map((events) =>
      calendarMark(writeCalendar("Visits", events)),
    );
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });
});
