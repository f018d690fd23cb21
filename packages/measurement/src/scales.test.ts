import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOf, describeChange } from "./describe-change.ts";
import { defaultPacks, packFor } from "./packs.ts";
import { scaleIds, scaleOf, scales } from "./scales.ts";
import { checkScore, masi, mmasi, msiFormula, posasTotal } from "./scoring.ts";

const worst = { area: 6, darkness: 4, homogeneity: 4 };
const none = { area: 0, darkness: 0, homogeneity: 0 };
const face = (region: typeof worst) => ({ forehead: region, rightMalar: region, leftMalar: region, chin: region });

describe("scoring", () => {
  it("gives a face covered by the darkest melasma the top of each scale", () => {
    expect(masi(face(worst))).toEqual({ ok: true, value: 48 });
    expect(mmasi(face(worst))).toEqual({ ok: true, value: 24 });
  });

  it("weighs the chin a third of the forehead", () => {
    const dark = { area: 2, darkness: 3, homogeneity: 1 };
    expect(mmasi({ ...face(none), chin: dark })).toEqual({ ok: true, value: 0.6 });
    expect(mmasi({ ...face(none), forehead: dark })).toEqual({ ok: true, value: 1.8 });
    expect(masi({ ...face(none), forehead: dark })).toEqual({ ok: true, value: 2.4 });
  });

  it("refuses an area of 7", () => {
    expect(mmasi({ ...face(none), chin: { ...none, area: 7 } }).ok).toBe(false);
  });

  it("adds the six items of POSAS", () => {
    expect(posasTotal([1, 1, 1, 1, 1, 1])).toEqual({ ok: true, value: 6 });
    expect(posasTotal([10, 10, 10, 10, 10, 11]).ok).toBe(false);
  });

  it("weighs the squared pigmentation of cheeks and nose", () => {
    const items = {
      left: { area: 1, pigmentation: 2 },
      right: { area: 2, pigmentation: 1 },
      nose: { area: 1, pigmentation: 1 },
    };
    expect(msiFormula(items)).toBe(2.6);
  });

  it.each(["goodman-baron-quantitative", "lemperle", "msi"] as const)("%s can't be scored while it is off", (scale) => {
    expect(checkScore(scale, 1)).toMatchObject({ ok: false, problem: { code: "scale-switched-off" } });
  });

  it("refuses half a grade and a grade beyond the scale", () => {
    expect(checkScore("goodman-baron-qualitative", 2.5)).toMatchObject({ problem: { code: "off-step" } });
    expect(checkScore("goodman-baron-qualitative", 5)).toMatchObject({ problem: { code: "out-of-range" } });
    expect(checkScore("pain-nrs", Number.NaN).ok).toBe(false);
  });
});

describe("the default packs", () => {
  it("use no scale that is switched off", () => {
    for (const scale of Object.values(defaultPacks).flat()) expect(scales[scale].switchedOff).toBeNull();
  });

  it("ask for pain and satisfaction always", () => {
    for (const pack of Object.values(defaultPacks))
      expect(pack).toEqual(expect.arrayContaining(["pain-nrs", "satisfaction"]));
  });

  it("name each scale once for several concerns", () => {
    expect(packFor(["dullness", "uneven-tone"])).toEqual([
      "gais-professional",
      "gais-patient",
      "pain-nrs",
      "satisfaction",
      "mmasi",
    ]);
  });
});

describe("describing a change", () => {
  it("says what was not published instead of calling a change real", () => {
    expect(describeChange("goodman-baron-qualitative", 3, 2)).toEqual({
      ok: true,
      value: {
        difference: -1,
        towards: "better",
        withinRaterNoise: null,
        words: "1 point lower (better). How far two raters differ is not published for this scale.",
      },
    });
  });

  it("calls a change within rater noise what it is", () => {
    const points = scaleOf("goodman-baron-quantitative");
    expect(changeOf(points, 12, 8.6).words).toBe(
      "3.4 points lower (better). Raters of the same picture differ by up to 4 points: this can't be told from that.",
    );
    expect(changeOf(points, 12, 8).withinRaterNoise).toBe(true);
    expect(changeOf(points, 12, 7).withinRaterNoise).toBe(false);
  });

  it("knows that more satisfaction is better", () => {
    expect(describeChange("satisfaction", 2, 4)).toMatchObject({ value: { difference: 2, towards: "better" } });
  });

  it("never subtracts two ratings of improvement", () => {
    expect(describeChange("gais-patient", 3, 2)).toMatchObject({
      value: { difference: null, words: expect.stringContaining("“Much improved” against the start") },
    });
  });

  it("never says clinically significant", () => {
    fc.assert(
      fc.property(fc.constantFrom(...scaleIds), fc.nat(60), fc.nat(60), (scale, before, after) => {
        const change = describeChange(scale, before, after);
        if (change.ok) expect(change.value.words).not.toMatch(/clinical|signific/i);
      }),
    );
  });
});
