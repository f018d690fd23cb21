import { describe, expect, it } from "vitest";
import { clockText, spanText } from "./clock-text.ts";

describe("a time on the screen", () => {
  it.each`
    minute  | text
    ${0}    | ${"00:00"}
    ${570}  | ${"09:30"}
    ${1439} | ${"23:59"}
  `("minute $minute of the day is $text", ({ minute, text }) => {
    expect(clockText(minute)).toBe(text);
  });

  it.each`
    seconds   | text
    ${5}      | ${"0:05"}
    ${245}    | ${"4:05"}
    ${3599}   | ${"59:59"}
    ${3661}   | ${"1 h 01 min"}
    ${86399}  | ${"23 h 59 min"}
    ${86400}  | ${"1 d 0 h"}
    ${468995} | ${"5 d 10 h"}
  `("$seconds seconds are $text", ({ seconds, text }) => {
    expect(spanText(seconds)).toBe(text);
  });
});
