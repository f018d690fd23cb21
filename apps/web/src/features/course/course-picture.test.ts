import type { CourseView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { coursePicture } from "./course-picture.ts";

const session = (ordinal: number, more: object) => ({
  ordinal,
  visit: null,
  window: null,
  performedOn: null,
  stoppedEarly: null,
  ...more,
});

describe("the picture of a course", () => {
  it("shows what was done, what is booked, what was missed, and the windows of what is still open", () => {
    const of = {
      sessions: [
        session(1, { performedOn: "2027-01-11" }),
        session(2, {
          visit: { day: "2027-02-15" },
          window: { from: "2027-02-08", to: "2027-02-22", target: "2027-02-15" },
        }),
        session(3, {
          visit: { day: "2027-03-22" },
          window: { from: "2027-03-15", to: "2027-03-29", target: "2027-03-22" },
        }),
      ],
      maintenance: null,
    } as unknown as CourseView;
    const picture = coursePicture(of, "2027-02-20");
    expect(picture.entries.map(({ date, state }) => [date, state])).toEqual([
      ["2027-01-11", "done"],
      ["2027-02-15", "alert"],
      ["2027-03-22", "planned"],
    ]);
    expect(picture.windows?.map(({ from, to }) => [from, to])).toEqual([
      ["2027-02-08", "2027-02-22"],
      ["2027-03-15", "2027-03-29"],
    ]);
    expect([picture.from, picture.to]).toEqual(["2027-01-11", "2027-03-29"]);
  });

  it("shows no window of a session that the course ended before", () => {
    const window = { from: "2027-02-08", to: "2027-02-22", target: "2027-02-15" };
    const sessions = [session(1, { performedOn: "2027-01-11" }), session(2, { window })];
    const of = { sessions, maintenance: null, state: "abandoned" } as unknown as CourseView;
    expect(coursePicture(of, "2027-02-20").windows).toEqual([]);
  });

  it("shows when maintenance is due, 6 to 12 months after the last session", () => {
    const of = {
      sessions: [session(1, { performedOn: "2027-01-11" })],
      maintenance: { from: "2027-07-11", to: "2028-01-11", state: "not-yet" },
    } as unknown as CourseView;
    expect(coursePicture(of, "2027-02-20").windows).toEqual([
      { from: "2027-07-11", to: "2028-01-11", label: "Maintenance" },
    ]);
  });
});
