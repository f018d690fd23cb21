import type { CourseView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { storyOf } from "./story-of.ts";

type Session = CourseView["sessions"][number];
const session = (ordinal: number, performedOn: string | null, day: string | null, state = "booked") =>
  ({ ordinal, performedOn, visit: day === null ? null : { day, state } }) as Session;

describe("where a patient is, in words", () => {
  it("counts the sessions that were done and names the next that is booked", () => {
    const course = {
      plannedSessions: 4,
      sessions: [
        session(1, "2026-09-18", "2026-09-18", "done"),
        session(2, "2026-10-23", "2026-10-23", "done"),
        session(3, null, "2026-11-27", "arrived"),
        session(4, null, "2027-01-01"),
      ],
    };
    expect(storyOf([course])).toEqual({ done: 2, next: { ordinal: 3, of: 4, day: "2026-11-27" } });
  });

  it("names nothing next where the visit was cancelled or none is booked", () => {
    const course = {
      plannedSessions: 3,
      sessions: [session(1, null, "2026-11-27", "cancelled"), session(2, null, null), session(3, null, null)],
    };
    expect(storyOf([course])).toEqual({ done: 0, next: null });
  });
});
