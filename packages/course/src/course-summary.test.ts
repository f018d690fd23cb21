import { describe, expect, it } from "vitest";
import { type SessionRecord, summariseCourse } from "./course-summary.ts";

const performed = (ordinal: number, stoppedEarly: string | null = null): SessionRecord => ({
  ordinal,
  state: "performed",
  stoppedEarly,
});

describe("where a course stands", () => {
  it("counts a session that was stopped early as held, and apart", () =>
    expect(
      summariseCourse({
        plannedSessions: 4,
        abandoned: false,
        records: [performed(1), performed(2, "vasovagal"), { ordinal: 3, state: "booked", stoppedEarly: null }],
      }),
    ).toEqual({ state: "under-way", planned: 4, performed: 2, stoppedEarly: 1, missed: 0, remaining: 2, notHeld: 0 }));
  it("never calls an abandoned course completed", () =>
    expect(summariseCourse({ plannedSessions: 3, abandoned: true, records: [performed(1), performed(2)] })).toEqual({
      state: "abandoned",
      planned: 3,
      performed: 2,
      stoppedEarly: 0,
      missed: 0,
      remaining: 0,
      notHeld: 1,
    }));
  it("is completed when every planned session was held", () =>
    expect(
      summariseCourse({ plannedSessions: 3, abandoned: false, records: [performed(1), performed(2), performed(3)] })
        .state,
    ).toBe("completed"));
  it("a missed session is still to come", () =>
    expect(
      summariseCourse({
        plannedSessions: 3,
        abandoned: false,
        records: [{ ordinal: 1, state: "missed", stoppedEarly: null }],
      }),
    ).toMatchObject({ state: "planned", missed: 1, remaining: 3 }));
});
