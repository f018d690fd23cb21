import { describe, expect, it } from "vitest";
import { ageFactor, injuriesOn, injuryFraction } from "./injury.ts";
import { fixedParameters, parametersOf, withFixed } from "./parameters.ts";
import { publishedEnsemble, publishedParameters } from "./published.ts";
import { dayAt, millimetres, perCm2, perDay, years } from "./units.ts";

describe("numbers with a unit", () => {
  it.each([
    ["days", dayAt],
    ["rates", perDay],
    ["millimetres", millimetres],
    ["channels per cm²", perCm2],
    ["years", years],
  ])("stay the number they are, and are refused as %s where they can't be", (_, make) => {
    expect(make(1.5)).toBe(1.5);
    for (const wrong of [-1e-9, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => make(wrong)).toThrow(RangeError);
  });

  it("may be 0, but for a rate: a state that never relaxes has no rest", () => {
    expect([dayAt(0), millimetres(0), perCm2(0), years(0)]).toEqual([0, 0, 0, 0]);
    expect(() => perDay(0)).toThrow(RangeError);
  });

  it("can't be taken for one another", () => {
    // @ts-expect-error density and length the wrong way round
    expect(injuryFraction(perCm2(250), millimetres(1.5))).toBeGreaterThan(0);
    // @ts-expect-error a plain number has no unit
    expect(ageFactor(23.5)).toBe(1);
  });
});

describe("the parameters of the equations", () => {
  it("are refused by name where a rate is none", () => {
    expect(() => parametersOf({ ...publishedParameters, dN: 0 })).toThrow("dN");
    expect(() => withFixed({ ...publishedParameters, kI: Number.NaN })).toThrow("kI");
  });

  it("are the member's own with the fixed ones", () => {
    const [member] = publishedEnsemble.members;
    expect(member && withFixed(member)).toEqual({ ...fixedParameters, ...member });
  });

  it("come with sessions of one injury on ascending days", () => {
    expect(injuriesOn([0, 28], 0.05)).toEqual([
      { day: 0, phi: 0.05 },
      { day: 28, phi: 0.05 },
    ]);
  });
});
