import { describe, expect, it } from "vitest";
import { emergencyNumberOf } from "./emergency-number.ts";

describe("the number to dial in an emergency", () => {
  it.each`
    text                                                   | number
    ${"If you can't breathe, call 999 (112) now."}         | ${"999"}
    ${"Call 112 at once."}                                 | ${"112"}
    ${"Ring 000."}                                         | ${"000"}
    ${"Go to the hospital."}                               | ${null}
    ${"Within 15 minutes of 1000 ml, call 020 7946 0100."} | ${null}
    ${"Call 020 7946 0100, and if nobody answers 999."}    | ${"999"}
  `("in “$text” is $number", ({ text, number }) => {
    expect(emergencyNumberOf(text)).toBe(number);
  });
});
