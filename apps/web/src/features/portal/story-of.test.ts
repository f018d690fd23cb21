import type { CourseView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { storyOf } from "./story-of.ts";

type Session = CourseView["sessions"][number];
const session = (ordinal: number, performedOn: string | null, day: string | null, state = "booked") =>
  ({ ordinal, performedOn, stoppedEarly: null, visit: day === null ? null : { day, state } }) as Session;
const course = (sessions: readonly Session[], state: CourseView["state"] = "under-way") => ({
  plannedSessions: sessions.length,
  state,
  sessions: [...sessions],
});

describe("where a patient is, in words", () => {
  it("counts the sessions that were done and names the next that is booked", () => {
    const sessions = [
      session(1, "2026-09-18", "2026-09-18", "done"),
      session(2, "2026-10-23", "2026-10-23", "done"),
      session(3, null, "2026-11-27", "arrived"),
      session(4, null, "2027-01-01"),
    ];
    expect(storyOf([course(sessions)])).toEqual({
      done: 2,
      stopped: 0,
      hasEndedEarly: false,
      next: { ordinal: 3, of: 4, day: "2026-11-27" },
    });
  });

  it("names nothing next where the visit was cancelled or none is booked", () => {
    const sessions = [session(1, null, "2026-11-27", "cancelled"), session(2, null, null), session(3, null, null)];
    expect(storyOf([course(sessions)])).toEqual({ done: 0, stopped: 0, hasEndedEarly: false, next: null });
  });

  it("tells of a session that was stopped early, and of a course that ended early", () => {
    const stopped = { ...session(2, "2026-10-23", "2026-10-23", "done"), stoppedEarly: "faint" } as Session;
    const sessions = [session(1, "2026-09-18", "2026-09-18", "done"), stopped, session(3, null, null)];
    expect(storyOf([course(sessions, "abandoned")])).toEqual({ done: 2, stopped: 1, hasEndedEarly: true, next: null });
  });
});
