import type { ResourceView, VisitView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import {
  type CalendarDay,
  closedRanges,
  dayColumns,
  hoursOf,
  resourceColumns,
  resourceVisits,
} from "./calendar-columns.ts";

const visit: VisitView = {
  id: "v1",
  patientId: "p1",
  patientName: "Ama Okafor",
  kind: "session",
  courseId: "c1",
  ordinal: 2,
  siteName: "Alder Lane",
  siteAddress: "",
  siteId: "s1",
  day: "2026-11-26",
  start: "09:30",
  end: "11:00",
  timeZone: "Europe/London",
  practitionerId: "nair",
  practitionerName: "Dr Priya Nair",
  prepRoomId: "room-1",
  treatmentRoomId: "room-1",
  roomName: "Room 1",
  deviceId: "pen",
  state: "booked",
  cancelledBy: null,
  reason: null,
  version: 1,
};
const day: CalendarDay = {
  day: "2026-11-26",
  closed: null,
  opening: [
    ["09:00", "12:30"],
    ["13:30", "18:00"],
  ],
  visits: [visit],
  away: [],
};
const resource = (id: string, kind: ResourceView["kind"], siteId: string | null): ResourceView => ({
  id,
  kind,
  name: id,
  siteId,
  staffId: null,
  kinds: [],
  serviceDueOn: null,
  calibrationDueOn: null,
  endedOn: null,
  qualifications: [],
  version: 1,
});

describe("the calendar's hours", () => {
  it("go from the first opening to the last closing", () => {
    expect(hoursOf([day])).toEqual({ from: 540, to: 1080 });
  });

  it("grow for a visit outside the opening hours", () => {
    expect(hoursOf([{ ...day, visits: [{ ...visit, start: "18:00", end: "19:15" }] }])).toEqual({
      from: 540,
      to: 1200,
    });
  });

  it("are an ordinary day where nothing is open", () => {
    expect(hoursOf([{ ...day, opening: [], visits: [] }])).toEqual({ from: 540, to: 1080 });
  });
});

describe("closed hours", () => {
  it("are the midday break", () => {
    expect(closedRanges(day, { from: 540, to: 1080 })).toEqual([{ from: 750, to: 810 }]);
  });

  it("are the whole of a closed day", () => {
    expect(closedRanges({ ...day, closed: "Staff training" }, { from: 540, to: 1080 })).toEqual([
      { from: 540, to: 1080 },
    ]);
  });
});

describe("columns", () => {
  const resources = [
    resource("nair", "practitioner", null),
    resource("room-1", "room", "s1"),
    resource("room-9", "room", "s2"),
  ];

  it("show the rooms of this site alone", () => {
    const columns = resourceColumns(day, { resources, kind: "room", siteId: "s1" });
    expect(columns.map(({ id }) => id)).toEqual(["room-1"]);
  });

  it("leave out a room from the day after its last, until nothing is booked in it any more", () => {
    const idsOf = (endedOn: string, id = "room-2") =>
      resourceColumns(day, { resources: [{ ...resource(id, "room", "s1"), endedOn }], kind: "room", siteId: "s1" }).map(
        (column) => column.id,
      );
    expect(idsOf("2026-11-26")).toEqual(["room-2"]);
    expect(idsOf("2026-11-25")).toEqual([]);
    expect(idsOf("2026-11-25", "room-1")).toEqual(["room-1"]);
  });

  it("say who is away and why, and close their day", () => {
    const away = { ...day, away: [{ resourceId: "nair", reason: "ill" }] };
    expect(resourceColumns(away, { resources, kind: "practitioner", siteId: "s1" })).toEqual([
      { id: "nair", title: "nair", detail: "Away: ill", closed: [{ from: 540, to: 1080 }] },
    ]);
  });

  it("count the visits of a day without the cancelled ones", () => {
    const cancelled = { ...visit, state: "cancelled" as const };
    expect(dayColumns([{ ...day, visits: [visit, cancelled] }])[0]?.detail).toBe("1 visit");
  });
});

describe("a visit's blocks", () => {
  it("are one where preparation and treatment are in one room", () => {
    expect(resourceVisits([visit], "room").map(({ columnId }) => columnId)).toEqual(["room-1"]);
  });

  it("are none among devices where it needs none", () => {
    expect(resourceVisits([{ ...visit, deviceId: null }], "device")).toEqual([]);
  });

  it("say which session it is and how it stands", () => {
    expect(resourceVisits([visit], "practitioner")[0]).toMatchObject({
      title: "Ama Okafor",
      detail: "Session 2, Room 1",
      state: "booked",
      startMinute: 570,
      endMinute: 660,
    });
  });
});
