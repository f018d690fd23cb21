import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { compareSchedules, populationBand } from "./population-band.ts";
import { publishedEnsemble } from "./published.ts";
import { simulateDocument } from "./simulate.ts";

vi.setConfig({ testTimeout: 60_000 });

const span = { sessionDays: [0, 28, 56, 84], horizonDays: 365, everyDays: 30 };

describe("the band of the clinic's timeline", () => {
  it("is not drawn below 18, nor for an age that is not a number", () => {
    expect(populationBand({ ...span, ageYears: 17 })).toBeNull();
    expect(populationBand({ ...span, ageYears: Number.NaN })).toBeNull();
  });

  it("is the same whatever the adult's age, and solid to 180 days after the last session", () => {
    const band = populationBand({ ...span, ageYears: 30 });
    expect(band).toEqual(populationBand({ ...span, ageYears: 80 }));
    expect(band).toMatchObject({ lastSolidDay: 264, label: "population, not a prognosis" });
  });

  it("names the ensemble it was drawn from, and the hash is right", () => {
    const hash = createHash("sha256").update(JSON.stringify(publishedEnsemble.members), "utf8").digest("hex");
    expect(publishedEnsemble.ensembleSha256).toBe(hash);
    expect(populationBand({ ...span, ageYears: 30 })?.ensembleSha256).toBe(hash);
    expect(publishedEnsemble.members).toHaveLength(400);
    expect(publishedEnsemble.summary.every(({ rHat }) => rHat <= 1.01)).toBe(true);
  });

  it("can't tell three-week from four-week spacing", () => {
    const difference = compareSchedules({ first: [0, 28, 56, 84], second: [0, 21, 42, 63], day: 180 });
    expect(difference.verdict).toBe("can't be told apart");
  });
});

describe("simulating from a document", () => {
  const document = { ...span, needleLengthMm: 1.5, channelsPerCm2: 250, ageYears: 45 };

  it("ends its days with the horizon and gives no band unasked", () => {
    const answer = simulateDocument(document);
    expect(answer).toMatchObject({ ok: true, value: { bands: null, phases: { trigger: { from: 84 } } } });
    expect(answer.ok && answer.value.days.at(-1)).toBe(365);
  });

  it("finds no phase where nothing was injured", () => {
    const none = { from: null, to: null };
    const answer = simulateDocument({ ...document, needleLengthMm: 0.1 });
    expect(answer).toMatchObject({ value: { phases: { trigger: none, repair: none, regeneration: none } } });
  });

  it("lists every fault with its path", () => {
    const answer = simulateDocument({ ...document, sessionDays: [5, 5], ageYears: 17, parameters: { kX: 1 }, more: 1 });
    expect(answer.ok ? [] : answer.problem.map(({ path }) => path)).toEqual([
      "more",
      "sessionDays.1",
      "ageYears",
      "parameters.kX",
    ]);
  });
});
