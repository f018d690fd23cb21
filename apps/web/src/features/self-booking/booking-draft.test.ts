import { describe, expect, it } from "vitest";
import { birthDateOf } from "./booking-draft.ts";

describe("a date of birth in three numbers", () => {
  it.each`
    day     | month   | year      | date
    ${"27"} | ${"3"}  | ${"1990"} | ${"1990-03-27"}
    ${" 1"} | ${"12"} | ${"2009"} | ${"2009-12-01"}
    ${"29"} | ${"2"}  | ${"2023"} | ${null}
    ${"31"} | ${"4"}  | ${"1990"} | ${null}
    ${"27"} | ${"3"}  | ${"90"}   | ${null}
    ${""}   | ${"3"}  | ${"1990"} | ${null}
  `("reads $day $month $year as $date", ({ day, month, year, date }) => {
    expect(birthDateOf({ day, month, year })).toBe(date);
  });
});
