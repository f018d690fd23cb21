import type { OutOfPlaceView, VisitView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { replanLinks } from "./replan-links.ts";

const out = (day: string, reason: OutOfPlaceView["reason"], outId: string | null = null): OutOfPlaceView => ({
  visit: { day, siteId: "alder", practitionerId: "nair", treatmentRoomId: "room-1", deviceId: "pen" } as VisitView,
  reason,
  outId,
});

describe("the way to the re-plan board", () => {
  it("names a closed day of its site, once however many visits are on it", () =>
    expect(replanLinks([out("2027-01-11", "closed"), out("2027-01-11", "closed")])).toEqual([
      { href: "/calendar/replan?cause=closure&site=alder&day=2027-01-11", words: "Re-plan Mon 11 Jan 2027" },
    ]));

  it("names a person who is away from the first to the last touched day", () =>
    expect(replanLinks([out("2027-01-13", "on-leave"), out("2027-01-11", "on-leave")])).toEqual([
      {
        href: "/calendar/replan?cause=absence&resource=nair&from=2027-01-11&to=2027-01-13",
        words: "Find new places for them",
      },
    ]));

  it("names the room that is out of use, and not the device that would be used in it", () =>
    expect(replanLinks([out("2027-01-13", "out-of-service", "room-1")])[0]?.href).toBe(
      "/calendar/replan?cause=absence&resource=room-1&from=2027-01-13&to=2027-01-13",
    ));

  it("names the device that is out of use", () =>
    expect(replanLinks([out("2027-01-13", "out-of-service", "pen")])[0]?.href).toBe(
      "/calendar/replan?cause=absence&resource=pen&from=2027-01-13&to=2027-01-13",
    ));
});
