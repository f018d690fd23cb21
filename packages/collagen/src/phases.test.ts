import { describe, expect, it } from "vitest";
import { courseTrajectory } from "./course-trajectory.ts";
import { injuriesOn } from "./injury.ts";
import { parametersOf, withFixed } from "./parameters.ts";
import { phasesOf } from "./phases.ts";
import { publishedEnsemble, publishedParameters } from "./published.ts";
import { solveCourse } from "./solve-course.ts";

const injuries = injuriesOn([0, 28, 56, 84], 0.05);

describe("the phases of the latest session", () => {
  it("end where inflammation is down to a tenth and synthesis to half, to a thousandth of a day", () => {
    for (const member of publishedEnsemble.members.slice(0, 40)) {
      const course = { parameters: withFixed(member), ageFactor: 0.88, injuries };
      const { trigger, repair } = phasesOf(course, 730);
      const grid = Array.from({ length: 6001 }, (_, step) => 84 + step / 100);
      const fine = solveCourse({ ...course, days: grid, tolerance: 1e-10 });
      const before = (day: number | null) => [(day ?? Number.NaN) - 1e-3, (day ?? Number.NaN) + 1e-3];
      const around = { ...course, tolerance: 1e-11 };
      const I = solveCourse({ ...around, days: before(trigger.to) }).I;
      const F = solveCourse({ ...around, days: before(repair.to) }).F;
      expect((I[0] ?? 0) - 0.1 * Math.max(...fine.I)).toBeGreaterThan(0);
      expect((I[1] ?? 1) - 0.1 * Math.max(...fine.I)).toBeLessThan(0);
      expect((F[0] ?? 0) - 0.5 * Math.max(...fine.F)).toBeGreaterThan(0);
      expect((F[1] ?? 1) - 0.5 * Math.max(...fine.F)).toBeLessThan(0);
    }
  }, 60_000);

  it("are null after the horizon, and where nothing was injured", () => {
    const course = { parameters: publishedParameters, ageFactor: 1 };
    expect(phasesOf({ ...course, injuries }, 85).trigger).toEqual({ from: 84, to: null });
    expect(phasesOf({ ...course, injuries: injuriesOn([0], 0) }, 85).trigger).toEqual({ from: null, to: null });
    expect(courseTrajectory({ ...course, injuries, days: [84] }).D[0]).toBeGreaterThan(0.05 - 1e-9);
  });

  it("are the latest session's also where synthesis is too fast for series and there were sessions before", () => {
    const given = {
      kD: 7.203684256412089,
      kI: 1.2679496467623873e-6,
      fIR: 5.1817070902280265e-5,
      dR: 1.6003694640714707,
    };
    const more = {
      wP: 0.7048418937716633,
      dG: 0.008513796437541995,
      aF: 0.0011029898814455847,
      K: 1.2159361607277835e-4,
    };
    const parameters = parametersOf({ ...publishedParameters, ...given, ...more, dF: 47.42738287872635, eN: 100 });
    const course = {
      parameters,
      ageFactor: 1,
      injuries: [...injuriesOn([0], 0.139696), ...injuriesOn([28], 0.276306)],
    };
    const { repair } = phasesOf(course, 365);
    const around = [28.9, 28.9154308, 28.93, (repair.to ?? 0) - 1e-3, (repair.to ?? 0) + 1e-3];
    const { F } = solveCourse({ ...course, days: around, tolerance: 1e-12, relativeF: true });
    expect(repair.to).toBeCloseTo(208.984, 2);
    expect(F[3]).toBeGreaterThan((F[1] ?? 0) / 2);
    expect(F[4]).toBeLessThan((F[1] ?? 0) / 2);
    expect(phasesOf(course, 28).repair).toEqual({ from: null, to: null });
  });
});
