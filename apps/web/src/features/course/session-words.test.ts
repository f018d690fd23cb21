import { describe, expect, it } from "vitest";
import { sessionState, sessionWhen } from "./session-words.ts";

const undone = { performedOn: null, stoppedEarly: null, recordId: null, visit: null };

describe("a session of a course", () => {
  it("has no day yet where nothing is booked", () => {
    expect([sessionWhen(undone, "under-way"), sessionState(undone, "under-way")]).toEqual(["no day yet", "no day yet"]);
  });

  it("stands on the day it was done, whatever its visit says", () => {
    const done = { ...undone, performedOn: "2026-11-03" };
    expect([sessionWhen(done, "completed"), sessionState(done, "completed")]).toEqual(["Tue 3 Nov 2026", "done"]);
  });

  it("says why it was stopped early", () => {
    const stopped = { ...undone, performedOn: "2026-11-03", stoppedEarly: "wish" };
    expect(sessionState(stopped, "under-way")).toBe("stopped early: their wish");
  });

  it("was not held where the course ended before it", () => {
    expect([sessionWhen(undone, "abandoned"), sessionState(undone, "abandoned")]).toEqual(["none", "not held"]);
  });

  it("says that its record was begun and is not signed", () => {
    expect(sessionState({ ...undone, recordId: "r" }, "under-way")).toBe("begun, not signed yet");
  });
});
