import { calendarDate } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import { afterNow } from "./after-now.ts";
import type { SiteAvailability } from "./availability-store.ts";

const day = calendarDate("2026-11-25");
const site: SiteAvailability = {
  timeZone: "Europe/London",
  from: day,
  to: day,
  opening: { weekly: {}, closed: [] },
  practitioners: [{ id: "nair", qualifications: [], weekly: {}, leave: [], busy: [[day, "09:00", "10:00"]] }],
  rooms: [{ id: "room-1", kinds: [], outages: [], busy: [] }],
  devices: [],
};

describe("the part of today that has gone by", () => {
  it("is taken for people and rooms, to the next five minutes", () => {
    const { practitioners, rooms } = afterNow(site, new Date("2026-11-25T16:22:00Z"));
    expect([practitioners[0]?.busy, rooms[0]?.busy]).toEqual([
      [
        ["2026-11-25", "09:00", "10:00"],
        ["2026-11-25", "00:00", "16:25"],
      ],
      [["2026-11-25", "00:00", "16:25"]],
    ]);
  });

  it("is nothing at midnight", () => {
    expect(afterNow(site, new Date("2026-11-25T00:00:00Z"))).toEqual(site);
  });
});
