import { describe, expect, it } from "vitest";
import { dayInWords } from "./day-field.tsx";

describe("the words below a field for a day", () => {
  it.each`
    typed           | words
    ${"2027-01-12"} | ${"Tue 12 Jan 2027"}
    ${"2027-12-01"} | ${"Wed 1 Dec 2027"}
    ${"1968-02-29"} | ${"Thu 29 Feb 1968"}
    ${"0002-01-12"} | ${""}
    ${"0202-01-12"} | ${""}
    ${""}           | ${""}
  `("say $words for $typed", ({ typed, words }) => {
    expect(dayInWords(typed)).toBe(words);
  });
});
