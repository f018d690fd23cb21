import { describe, expect, it } from "vitest";
import { messages } from "../../messages/index.ts";
import { readShare } from "./read-share.ts";

describe("a share", () => {
  it("is unknown where nothing was counted", () => {
    expect(readShare({ part: 0, whole: 0, share: null, low: null, high: null })).toBeNull();
  });

  it("is none of some where some were counted", () => {
    expect(readShare({ part: 0, whole: 8, share: 0, low: 0, high: 0.32 })).toEqual({ value: 0, low: 0, high: 0.32 });
  });
});

describe("a percentage", () => {
  it("has a decimal below ten and none above", () => {
    expect([0.025, 0.0999, 0.1, 0.876].map(messages.overview.percent)).toEqual(["2.5 %", "10.0 %", "10 %", "88 %"]);
  });
});
