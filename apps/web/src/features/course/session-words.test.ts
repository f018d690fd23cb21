import { describe, expect, it } from "vitest";
import { sessionState, sessionWhen } from "./session-words.ts";

const undone = { performedOn: null, stoppedEarly: null, visit: null };

describe("a session of a course", () => {
  it("has no day yet where nothing is booked", () => {
    expect([sessionWhen(undone), sessionState(undone)]).toEqual(["no day yet", "no day yet"]);
  });

  it("stands on the day it was done, whatever its visit says", () => {
    const done = { ...undone, performedOn: "2026-11-03" };
    expect([sessionWhen(done), sessionState(done)]).toEqual(["Tue 3 Nov 2026", "done"]);
  });

  it("says why it was stopped early", () => {
    expect(sessionState({ ...undone, performedOn: "2026-11-03", stoppedEarly: "faint" })).toBe("stopped early: faint");
  });
});
