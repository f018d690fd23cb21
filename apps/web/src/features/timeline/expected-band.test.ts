import { populationBand } from "@fibril/collagen";
import type { CalendarDate } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import { bandPhases, expectedBand } from "./expected-band.ts";

const band = populationBand({ sessionDays: [0, 35], horizonDays: 305, everyDays: 61, ageYears: 40 });
const first = "2026-10-01" as CalendarDate;

describe("the population's band on the timeline", () => {
  it("starts at no difference and ends solid 180 days after the last session", () => {
    if (!band) throw new Error("no band");
    const drawn = expectedBand({ band, quantity: "mass", first });
    expect(drawn.points[0]).toMatchObject({ date: "2026-10-01", p50: 0, p95: 0 });
    expect(drawn.solidUntil).toBe("2027-05-04");
    expect(drawn.unit).toBe("%");
  });

  it("names the phases of the latest session in their order", () => {
    if (!band) throw new Error("no band");
    const phases = bandPhases(band, first);
    expect(phases.map(({ phase }) => phase)).toEqual(["trigger", "repair", "regeneration"]);
    expect(phases[0]?.from).toBe("2026-11-05");
  });
});
