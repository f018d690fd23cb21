import { describe, expect, it } from "vitest";
import { handCourse, ruleInWords, sessionInWords, type TriedSession } from "./tried-words.ts";

const place = {
  day: "2027-03-08",
  start: "09:00",
  practitioner: "tom",
  prepRoom: "r1",
  treatmentRoom: "r1",
  device: "pen",
};
const served: TriedSession = {
  day: "2027-03-08",
  start: "09:00",
  place,
  practitionerName: "Tom Ellery, RN",
  roomName: "Room 1",
  bar: null,
  unmet: null,
  gapDays: 56,
  broken: [],
};
const late = { rule: "gap-too-long", path: "sessions.1.day", said: "is 56 days after the one before" } as const;

describe("a session by hand in words", () => {
  it("says who and where, or why it can't be", () => {
    expect(sessionInWords(served, "2027-01-12")).toBe("Free: Tom Ellery, RN, Room 1");
    expect(sessionInWords({ ...served, place: null, bar: "before-permission" }, "2027-01-12")).toBe(
      "Treatment may begin on Tue 12 Jan 2027 at the earliest.",
    );
    const unmet = { need: "device", tried: [{ name: "Pen B", why: "out-of-service" }] } as const;
    expect(sessionInWords({ ...served, place: null, unmet: { ...unmet, tried: [...unmet.tried] } }, "")).toBe(
      "No device is free then: Pen B out of use or overdue for service.",
    );
    expect(sessionInWords({ ...served, place: null, unmet: { need: "device", tried: [] } }, "")).toBe(
      "No device is free then: the site has none.",
    );
  });

  it("says a rule that it goes past with its own numbers", () => {
    const ruled = { session: served, ordinal: 2, gapDays: { min: 28, max: 42 } };
    expect(ruleInWords(late, ruled)).toBe("56 days after session 1; this course asks for at most 42");
    expect(ruleInWords({ rule: "outside-roster" }, ruled)).toBe("outside the hours of Tom Ellery, RN");
  });
});

describe("a course by hand", () => {
  it("is whole with a place for each session and a reason for each rule", () => {
    const tried = [served, { ...served, broken: [late] }, served];
    expect(handCourse({ tried, reasons: {}, mayOverride: true }).isWhole).toBe(false);
    const reasoned = handCourse({
      tried,
      reasons: { "sessions.1.day gap-too-long": " She is at sea " },
      mayOverride: true,
    });
    expect([reasoned.isWhole, reasoned.override]).toEqual([
      true,
      { reasons: [{ path: "sessions.1.day", rule: "gap-too-long", reason: "She is at sea" }] },
    ]);
  });

  it("names the sessions that bar it; one that is still looked up is none of them", () => {
    const barred = { ...served, place: null, bar: "closed" } as const;
    const hand = { tried: [served, barred, null], reasons: {}, mayOverride: true };
    expect(handCourse(hand)).toMatchObject({ barred: [2], isWhole: false });
  });

  it("is barred by a rule for those who may not go past it", () => {
    const hand = { tried: [served, { ...served, broken: [late] }], reasons: {}, mayOverride: false };
    expect(handCourse(hand)).toMatchObject({ barred: [2], isWhole: false });
  });
});
