import type { LegalStartsView, VisitView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { placeAt, startsByColumn } from "./legal-targets.ts";
import { dayAtAGlance, dayInWords, termsOfPlace } from "./legal-words.ts";

const run = (practitioner: string, from: string, to: string, rooms = ["room-1", "room-2"]) => ({
  practitioner,
  practitionerName: practitioner === "nair" ? "Dr Priya Nair" : "Tom Ellery, RN",
  from,
  to,
  prepRooms: rooms,
  treatmentRooms: rooms,
  devices: ["pen-a"],
});
const limits = {
  window: { from: "2027-02-08", to: "2027-02-22", target: "2027-02-15" },
  previous: { ordinal: 1, day: "2027-01-11" },
  notBefore: null,
};
const day = (more: Partial<LegalStartsView["days"][number]>) => ({
  day: "2027-02-18",
  barred: null,
  closed: null,
  gapDays: 38,
  movesLater: false,
  runs: [run("nair", "09:00", "09:10"), run("ellery", "09:05", "09:05", ["room-2"])],
  ...more,
});
const visit = {
  practitionerId: "nair",
  prepRoomId: "room-1",
  treatmentRoomId: "room-2",
  deviceId: "pen-b",
  start: "10:00",
} as VisitView;

describe("the targets of a visit in hand", () => {
  it("stand in the column of each practitioner, room, device or day", () => {
    const days = [day({})];
    const at = (show: "practitioner" | "room" | "device") =>
      startsByColumn(days, { view: "day", day: "2027-02-18", show });
    expect([...at("practitioner")]).toEqual([
      ["nair", [540, 545, 550]],
      ["ellery", [545]],
    ]);
    expect(at("room").get("room-1")).toEqual([540, 545, 550]);
    expect(at("device").get("pen-a")).toEqual([540, 545, 550]);
    expect([...startsByColumn(days, { view: "week" })]).toEqual([["2027-02-18", [540, 545, 550]]]);
  });

  it("keep the visit's own practitioner and rooms where they are free", () => {
    const layout = { view: "week" } as const;
    expect(placeAt([day({})], { aim: { columnId: "2027-02-18", minute: 545 }, layout, visit })).toMatchObject({
      start: "09:05",
      practitioner: "nair",
      prepRoom: "room-1",
      treatmentRoom: "room-2",
      device: "pen-a",
    });
  });

  it("take the room of the column, and are nothing where the time is not legal", () => {
    const layout = { view: "day", day: "2027-02-18", show: "room" } as const;
    const at = (minute: number) => placeAt([day({})], { aim: { columnId: "room-1", minute }, layout, visit });
    expect(at(540)).toMatchObject({ treatmentRoom: "room-1", practitioner: "nair" });
    expect(at(555)).toBeNull();
  });
});

describe("a day in words", () => {
  it("says its distance from the session before and from the ideal", () =>
    expect(dayInWords(day({}), limits)).toBe("38 days after session 1, 3 days later than ideal"));

  it.each<[Partial<LegalStartsView["days"][number]>, string]>([
    [{ barred: "too-soon", gapDays: 21, runs: [] }, "21 days after session 1: too soon"],
    [{ barred: "closed", closed: "Water off", runs: [] }, "Closed: Water off"],
    [{ barred: "past", runs: [] }, "in the past"],
    [{ runs: [] }, "nothing free"],
    [{ movesLater: true }, "38 days after session 1, 3 days later than ideal, later sessions move too"],
  ])("says what is wrong with it: %j", (more, words) => expect(dayInWords(day(more), limits)).toBe(words));

  it("counts a time once, however many could treat then", () => expect(dayAtAGlance(day({}))).toBe("3 free times"));

  it("says how a place differs from where the visit is now", () => {
    const place = { start: "09:05", practitioner: "ellery", practitionerName: "Tom Ellery, RN" };
    expect(termsOfPlace(place, { day: day({ gapDays: 35, day: "2027-02-15" }), limits, visit })).toEqual([
      "35 days after session 1",
      "the ideal",
      "Tom Ellery, RN instead of the present practitioner",
      "55 min earlier in the day",
    ]);
  });
});
