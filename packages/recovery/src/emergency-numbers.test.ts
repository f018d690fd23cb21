import { describe, expect, it } from "vitest";
import { emergencyCallsIn, emergencyNumbers, emergencyWords } from "./index.ts";

const leeds = { siteName: "Leeds", emergencyNumber: "999", adviceNumber: "111" };
const dublin = { siteName: "Dublin", emergencyNumber: "112", adviceNumber: null };

describe("whom a patient is told to call", () => {
  it("is one number where every site has the same, and names the line for advice", () =>
    expect(emergencyWords([leeds, { ...leeds, siteName: "York" }])).toBe(
      "If you can't breathe, your lips or tongue swell, you faint, or your eye hurts or sees badly: call 999 now. For advice when we are closed: 111.",
    ));
  it("is one number a site where they differ", () =>
    expect(emergencyWords([leeds, dublin])).toContain("call 999 (Leeds) or 112 (Dublin) now."));
  it("is never nothing", () => expect(emergencyWords([])).toContain("call 112 now."));
  it.each([
    ["GB", "999"],
    ["US", "911"],
    ["AU", "000"],
    ["FR", "112"],
  ] as const)("in %s is %s", (country, number) => expect(emergencyNumbers[country].emergency).toBe(number));
});

describe("what a patient's telephone is offered to dial", () => {
  const calls = (...places: readonly Parameters<typeof emergencyWords>[0][number][]) =>
    emergencyCallsIn(emergencyWords(places));
  const nobodys = { siteName: "Lyon", adviceNumber: null };

  it("is the emergency number, never the line for advice", () => {
    expect(calls(leeds)).toEqual([{ number: "999", site: null }]);
    expect(calls({ ...nobodys, emergencyNumber: "15", adviceNumber: "111" })).toEqual([{ number: "15", site: null }]);
    expect(calls({ ...nobodys, emergencyNumber: "0800 111 222" })).toEqual([{ number: "0800 111 222", site: null }]);
  });
  it("is one number a site where they differ, whatever the site is called", () => {
    expect(calls(leeds, dublin)).toEqual([
      { number: "999", site: "Leeds" },
      { number: "112", site: "Dublin" },
    ]);
    expect(calls({ ...leeds, siteName: "Now or Never 100" }, dublin)).toEqual([
      { number: "999", site: "Now or Never 100" },
      { number: "112", site: "Dublin" },
    ]);
  });
  it.each`
    words                                                            | offered
    ${"If you can't breathe: call 999 (112) now."}                   | ${[{ number: "999", site: null }]}
    ${"If you bleed within 100 m of us, go to the hospital."}        | ${[]}
    ${"If you can't breathe: call us or 999 now."}                   | ${[]}
    ${"If you can't breathe: call somebody within 100 minutes now."} | ${[]}
    ${""}                                                            | ${[]}
  `("in “$words” is $offered", ({ words, offered }) => expect(emergencyCallsIn(words)).toEqual(offered));
});
