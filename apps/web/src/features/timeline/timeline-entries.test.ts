import type { CheckInView, CourseView, PhotographView, SessionSummaryView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { bandQuestion } from "./expected-band.ts";
import { timelineEntries, timelineWindows } from "./timeline-entries.ts";
import type { TimelineFacts } from "./timeline-facts.ts";
import { timelineSpan } from "./timeline-span.ts";

const none: TimelineFacts = { courses: [], sessions: [], checkIns: [], photographs: [], scores: [], ageYears: 30 };
const signed = { ordinal: 1, performedOn: "2026-10-01", state: "signed", deepestMm: 0.75, stoppedEarly: null };
const session = { id: "s1", ...signed } as SessionSummaryView;
const visit = { day: "2026-11-05", start: "09:00", state: "booked" };
const course = {
  id: "c",
  plannedSessions: 3,
  state: "under-way",
  maintenance: null,
  sessions: [
    { ordinal: 1, visit: { ...visit, day: "2026-10-01", state: "done" }, window: null, performedOn: "2026-10-01" },
    { ordinal: 2, visit, window: { from: "2026-10-29", to: "2026-11-12", target: "2026-11-05" }, performedOn: null },
  ],
} as unknown as CourseView;

describe("the timeline", () => {
  it("shows a recorded session once, not again as its visit", () => {
    const entries = timelineEntries({ ...none, courses: [course], sessions: [session] });
    expect(entries.map(({ date, label, state }) => [date, label, state])).toEqual([
      ["2026-10-01", "Session 1, up to 0.75 mm", "done"],
      ["2026-11-05", "Session 2 of 3, 09:00", "planned"],
    ]);
  });

  it("never shows an unsigned record as done without saying so", () => {
    const [entry] = timelineEntries({ ...none, sessions: [{ ...session, state: "draft" }] });
    expect(entry?.label).toBe("Session 1, record not signed");
  });

  it.each`
    state         | urgency       | label                            | drawn
    ${"answered"} | ${"expected"} | ${"Check-in, day 3"}             | ${"done"}
    ${"answered"} | ${"same-day"} | ${"Check-in, day 3: look today"} | ${"alert"}
    ${"overdue"}  | ${null}       | ${"Check-in, day 3, overdue"}    | ${"alert"}
    ${"to-come"}  | ${null}       | ${"Check-in, day 3"}             | ${"planned"}
  `("draws a check-in that is $state with $urgency as $drawn", ({ state, urgency, label, drawn }) => {
    const checkIn = { id: "k", daySinceSession: 3, dueOn: "2026-10-04", state, urgency } as CheckInView;
    expect(timelineEntries({ ...none, checkIns: [checkIn] })[0]).toMatchObject({ label, state: drawn });
  });

  it("counts a visit's poses as one mark and leaves refused poses out", () => {
    const photograph = { takenOn: "2026-10-01", refusedReason: null } as PhotographView;
    const entries = timelineEntries({
      ...none,
      photographs: [photograph, photograph, { ...photograph, refusedReason: "declined" }],
    });
    expect(entries.map(({ label }) => label)).toEqual(["2 photographs"]);
  });

  it("has windows only for sessions still to come", () => {
    expect(timelineWindows({ courses: [course] })).toEqual([
      { from: "2026-10-29", to: "2026-11-12", label: "Window of session 2" },
    ]);
  });

  it("spans everything on it and today", () => {
    const entries = timelineEntries({ ...none, sessions: [session] });
    expect(timelineSpan({ entries, windows: [], today: "2026-11-25" as never, horizon: null })).toEqual({
      from: "2026-09-21",
      to: "2026-12-05",
    });
  });
});

describe("the expected band", () => {
  const entries = timelineEntries({ ...none, courses: [course], sessions: [session] });

  it("is asked with the session days alone, planned ones too", () => {
    expect(bandQuestion(entries, 30)).toEqual({
      first: "2026-10-01",
      sessionDays: [0, 35],
      horizonDays: 305,
      everyDays: 7,
      ageYears: 30,
    });
  });

  it.each([17, null])("is not drawn for age %s", (ageYears) => {
    expect(bandQuestion(entries, ageYears)).toBeNull();
  });

  it("is not drawn before a session is planned", () => {
    expect(bandQuestion([], 30)).toBeNull();
  });
});
