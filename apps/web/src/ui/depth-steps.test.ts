import { describe, expect, it } from "vitest";
import { clampDepth } from "./depth-steps.ts";

describe("a depth on the stepper", () => {
  it.each`
    asked     | limit  | set
    ${0.3}    | ${2.5} | ${0.3}
    ${0.3001} | ${2.5} | ${0.3}
    ${0.78}   | ${2.5} | ${0.8}
    ${-0.05}  | ${2.5} | ${0}
    ${2.55}   | ${2.5} | ${2.5}
    ${1.6}    | ${1.5} | ${1.5}
  `("of $asked mm on a device of $limit mm is $set mm", ({ asked, limit, set }) => {
    expect(clampDepth(asked, limit)).toBe(set);
  });

  it("comes out whole after ten steps", () => {
    const depth = Array.from({ length: 10 }).reduce<number>((mm) => clampDepth(mm + 0.05, 2.5), 0);
    expect(depth).toBe(0.5);
  });
});
