import { describe, expect, it } from "vitest";
import { verdictWords } from "./verdict-words.ts";

describe("the verdict on the audit's chain", () => {
  it("says how many events hold", () => {
    expect(verdictWords({ events: 12_345, fault: null })).toBe(
      "The chain holds: 12,345 events, none changed, none missing.",
    );
  });

  it("is no proof where there is no event", () => {
    expect(verdictWords({ events: 0, fault: null })).toBe("There is no event yet, so there is nothing to check.");
  });

  it("names the first event that does not hold", () => {
    const fault = { sequence: 17, what: "row-missing" } as const;
    expect(verdictWords({ events: 40, fault })).toBe("Event 17 is missing: it was taken away.");
  });
});
