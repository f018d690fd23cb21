import { compareSchedules, populationBand, populationSetting } from "@fibril/collagen";
import { describe, expect, it, vi } from "vitest";
import { timelineBand } from "./timeline-band.ts";
import { whatIfBands } from "./what-if-bands.ts";

vi.setConfig({ testTimeout: 60_000 });

const request = { sessionDays: [0, 28, 56], horizonDays: 240, everyDays: 60, ageYears: 40 };
const nobody = () => undefined;

describe("the timeline's band, worked out beside the screen", () => {
  it("is the model's own band", () => {
    expect(timelineBand(request, nobody)).toEqual(populationBand(request));
  });

  it("tells how far it is, upwards from nothing", () => {
    const shares: number[] = [];
    timelineBand(request, (share) => shares.push(share));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(0.95);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
  });

  it("is not worked out below 18, nor without a session", () => {
    expect(timelineBand({ ...request, ageYears: 17 }, nobody)).toBeNull();
    expect(timelineBand({ ...request, sessionDays: [] }, nobody)).toBeNull();
  });
});

describe("two schedules", () => {
  const asked = { ...populationSetting, first: [0, 28, 56, 84], second: [0, 21, 42, 63], horizonDays: 180 };

  it("differ by what the model's own comparison says", () => {
    const bands = whatIfBands({ ...asked, everyDays: 180 }, nobody);
    const compared = compareSchedules({ first: asked.first, second: asked.second, day: 180 });
    expect(bands?.days).toEqual([0, 180]);
    expect(bands?.difference.mass.p50[1]).toBeCloseTo(compared.p50, 12);
    expect(bands?.difference.mass.p5[1]).toBeCloseTo(compared.p5, 12);
    expect((bands?.first.mass.p95[1] ?? 0) - (bands?.first.mass.p5[1] ?? 0)).toBeCloseTo(compared.bandWidth, 12);
  });

  it("do not differ from themselves", () => {
    const bands = whatIfBands({ ...asked, second: asked.first, everyDays: 90 }, nobody);
    expect(bands?.difference.stainIndex.p95).toEqual([0, 0, 0]);
  });

  it("are not compared below 18", () => {
    expect(whatIfBands({ ...asked, everyDays: 90, ageYears: 17.9 }, nobody)).toBeNull();
  });
});
