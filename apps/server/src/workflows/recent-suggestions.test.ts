import { describe, expect, it } from "vitest";
import { createRecentSuggestions } from "./recent-suggestions.ts";

describe("the suggestions of the last moments", () => {
  it("are given again for three seconds and then looked for anew", () => {
    let now = 0;
    const recent = createRecentSuggestions(() => now);
    const view = { courses: [], refusal: null };
    recent.keep("one wish", view);
    expect(recent.find("one wish")).toBe(view);
    expect(recent.find("another")).toBeNull();
    now = 3_000;
    expect(recent.find("one wish")).toBeNull();
  });
  it("never fill the memory", () => {
    const recent = createRecentSuggestions(() => 0);
    for (let wish = 0; wish < 1_000; wish++) recent.keep(String(wish), { courses: [], refusal: null });
    expect(
      Array.from({ length: 1_000 }, (_, wish) => recent.find(String(wish))).filter((view) => view !== null),
    ).toHaveLength(64);
  });
});
