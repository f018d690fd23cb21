import { describe, expect, it } from "vitest";
import { isMovable, undoOf } from "./visit-acts.ts";

describe("a visit", () => {
  it("is moved only while it has not begun, and only as a session of a course", () => {
    const cases = [
      { kind: "session", state: "booked" },
      { kind: "session", state: "arrived" },
      { kind: "consultation", state: "booked" },
    ] as const;
    expect(cases.map(isMovable)).toEqual([true, false, false]);
  });

  it.each`
    from        | to             | back
    ${"booked"} | ${"arrived"}   | ${"booked"}
    ${"booked"} | ${"no-show"}   | ${"booked"}
    ${"booked"} | ${"cancelled"} | ${null}
    ${"late"}   | ${"arrived"}   | ${null}
  `("that went from $from to $to can be put back to $back", ({ from, to, back }) => {
    expect(undoOf(from, to)).toBe(back);
  });
});
