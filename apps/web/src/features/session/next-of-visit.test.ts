import { describe, expect, it } from "vitest";
import { inOrderOfWork, nextOfVisit, type TodayEntry, whoseVisits } from "./next-of-visit.ts";

function entry(over: Partial<TodayEntry["visit"]>, missing: string[] = []): TodayEntry {
  const visit = { id: "v", kind: "session", state: "arrived", start: "09:00", ...over } as TodayEntry["visit"];
  return { visit, isOwn: true, missing, next: "Go to the session", alerts: [] };
}

describe("the large button of a visit", () => {
  it.each`
    kind              | state          | missing        | next
    ${"session"}      | ${"arrived"}   | ${[]}          | ${"start"}
    ${"session"}      | ${"booked"}    | ${[]}          | ${"arrive"}
    ${"session"}      | ${"late"}      | ${["consent"]} | ${"arrive"}
    ${"session"}      | ${"arrived"}   | ${["consent"]} | ${"patient"}
    ${"session"}      | ${"in-room"}   | ${["consent"]} | ${"open"}
    ${"session"}      | ${"done"}      | ${[]}          | ${"open"}
    ${"session"}      | ${"no-show"}   | ${[]}          | ${"none"}
    ${"session"}      | ${"cancelled"} | ${[]}          | ${"none"}
    ${"consultation"} | ${"booked"}    | ${[]}          | ${"arrive"}
    ${"consultation"} | ${"arrived"}   | ${[]}          | ${"consult"}
    ${"review"}       | ${"arrived"}   | ${[]}          | ${"patient"}
    ${"consultation"} | ${"done"}      | ${[]}          | ${"none"}
  `("of a $kind that is $state with $missing missing is $next", ({ kind, state, missing, next }) => {
    expect(nextOfVisit(entry({ kind, state }, missing))).toBe(next);
  });

  it("stands first for who is in a room, last for who did not come", () => {
    const order = inOrderOfWork([
      entry({ id: "missed", state: "no-show", start: "08:00" }),
      entry({ id: "later", state: "booked", start: "11:00" }),
      entry({ id: "earlier", state: "booked", start: "10:00" }),
      entry({ id: "waits", state: "arrived", start: "12:00" }),
      entry({ id: "inside", state: "in-room", start: "13:00" }),
    ]);
    expect(order.map(({ visit }) => visit.id)).toEqual(["inside", "waits", "earlier", "later", "missed"]);
  });
});

describe("the day of one who treats", () => {
  const of = (id: string, isOwn: boolean, state: TodayEntry["visit"]["state"] = "booked") => ({
    ...entry({ id, state }),
    isOwn,
  });

  it("has their own patients apart from those of others, and says how many of these are in the house", () => {
    const day = [of("hers", false, "arrived"), of("mine", true), of("his", false), of("theirs", false, "in-room")];
    const { own, others, othersHere } = whoseVisits(day);
    expect(own.map(({ visit }) => visit.id)).toEqual(["mine"]);
    expect(others.map(({ visit }) => visit.id)).toEqual(["theirs", "hers", "his"]);
    expect(othersHere).toBe(2);
  });
});
