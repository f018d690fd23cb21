import { describe, expect, it } from "vitest";
import type { CourseToSolve } from "./course-to-solve.ts";
import { courseTrajectory } from "./course-trajectory.ts";
import { ageFactor, injuriesOn, injuryFraction } from "./injury.ts";
import { freeParameterNames, parametersOf, withFixed } from "./parameters.ts";
import { publishedEnsemble, publishedParameters } from "./published.ts";
import { solveCourse } from "./solve-course.ts";
import { taylorCourse } from "./taylor-course.ts";
import { stateNames, type Trajectory } from "./trajectory.ts";
import { millimetres, perCm2, years } from "./units.ts";

const weekly = [...Array.from({ length: 105 }, (_, week) => 7 * week), 730];
const every = (gap: number, sessions: number, phi: number) =>
  injuriesOn(
    Array.from({ length: sessions }, (_, session) => session * gap),
    phi,
  );

function farthest(ours: Trajectory | null, exact: Trajectory): number {
  let most = ours === null ? Number.NaN : 0;
  for (const name of stateNames) {
    for (const [day, value] of exact[name].entries()) {
      const error = Math.abs((ours?.[name][day] ?? Number.NaN) - value) / Math.max(1, Math.abs(value));
      if (!(error <= most)) most = error;
    }
  }
  return most;
}

const errorOf = (course: CourseToSolve) =>
  farthest(courseTrajectory(course), solveCourse({ ...course, tolerance: 1e-11 }));

describe("the course of any parameters", () => {
  it.each([
    [45, injuryFraction(millimetres(1.5), perCm2(250))],
    [18, injuryFraction(millimetres(3), perCm2(2000))],
    [90, injuryFraction(millimetres(0.3), perCm2(10))],
  ])(
    "are right to a millionth for all 400 members at age %d, injury %d",
    (ageYears, phi) => {
      const errors = publishedEnsemble.members.map((member) =>
        errorOf({
          parameters: withFixed(member),
          ageFactor: ageFactor(years(ageYears)),
          injuries: every(28, 4, phi),
          days: weekly,
        }),
      );
      expect(Math.max(...errors)).toBeLessThan(1e-6);
    },
    120_000,
  );

  it("keeps what forgets nothing for ten years right, however many steps add up", () => {
    const slow = {
      kD: 0.00025071092003575533,
      kI: 1.4854128606665784e-5,
      fIR: 1.2542735250616869e-6,
      dF: 1.391473744024162e-6,
    };
    const rest = { dR: 1.0813387747710017e-4, wP: 0.09229798528307546, dG: 12.339982297298397, aF: 8.602422654199295 };
    const parameters = parametersOf({ ...publishedParameters, ...slow, ...rest, K: 10.70738239370723, A0: 0.01 });
    const injuries = injuriesOn([0, 147], injuryFraction(millimetres(1.5), perCm2(1000)));
    const { F } = courseTrajectory({ parameters, ageFactor: 1, injuries, days: [365, 3650] });
    // By quadrature of the closed form of G with thirty digits.
    expect(Math.abs((F[0] ?? 0) - 1.06570249136e-5)).toBeLessThan(1e-7);
    expect(Math.abs((F[1] ?? 0) - 8.95497353879e-5)).toBeLessThan(1e-7);
  });

  it.each([1, 3, 7, 42])(
    "are right to a millionth at the ensemble's corners with a session every %d days",
    (gap) => {
      const ends = freeParameterNames.map((name) => publishedEnsemble.members.map((member) => member[name]));
      const errors = Array.from({ length: 40 }, (_, corner) => {
        const chosen = ends.map((values, place) =>
          (corner * (2 * place + 3)) % 7 < 4 ? Math.min(...values) : Math.max(...values),
        );
        const free = Object.fromEntries(freeParameterNames.map((name, place) => [name, chosen[place] ?? 0]));
        const parameters = parametersOf({ ...publishedParameters, ...free });
        return errorOf({
          parameters,
          ageFactor: 1,
          injuries: every(gap, 8, 0.2),
          days: [0, 40, 91.25, 180, 365, 3650],
        });
      });
      expect(Math.max(...errors)).toBeLessThan(1e-6);
    },
    120_000,
  );

  it.each([
    { kI: 2, dR: 2, dG: 2 },
    { kI: 2.0000001, dR: 2, dG: 1.9999999 },
    { kD: 50, kI: 50, dR: 1e-6, dG: 50 },
    { dF: 1e-6, eN: 100, aF: 1e7, K: 1e6 },
    { kap: 20, A0: 0.99, s: 0.99, eN: 100, aF: 1000, K: 1 },
    { dF: 1e-6, eN: 22, aF: 5.6, K: 0.0056, dG: 50, dR: 1e-4, dN: 0.6, dM: 0.014, fIR: 2e-4, A0: 0.01, kD: 4.6 },
    { kap: 0, aF: 20, K: 0.02, dF: 1, dA: 1, dN: 1 },
  ])(
    "are right to a millionth over ten years of sixty sessions for %o",
    (given) => {
      const parameters = parametersOf({ ...publishedParameters, ...given });
      const injuries = every(28, 60, 0.2);
      expect(errorOf({ parameters, ageFactor: 1, injuries, days: [0, 40, 91.25, 400, 1700, 3650] })).toBeLessThan(1e-6);
    },
    60_000,
  );

  it("are left to the implicit steps where the matrix turns over many times a day for years", () => {
    const course = { ageFactor: 1, injuries: every(28, 4, 0.2), days: weekly };
    const parameters = parametersOf({ ...publishedParameters, dA: 50, dN: 20 });
    expect(taylorCourse({ ...course, parameters })).toBeNull();
    expect(courseTrajectory({ ...course, parameters }).M[105]).toBeGreaterThan(0);
  });
});

describe("limits of the model", () => {
  const days = [0, 7, 30, 90, 180, 365, 730];
  const solved = (course: Partial<CourseToSolve>) =>
    courseTrajectory({ parameters: publishedParameters, ageFactor: 1, injuries: every(28, 4, 0.05), days, ...course });
  const massOf = ({ A, N, M }: Trajectory) => days.map((_, day) => (A[day] ?? 0) + (N[day] ?? 0) + (M[day] ?? 0));

  it("changes nothing without injury", () => {
    expect(massOf(solved({ injuries: every(28, 4, 0) }))).toEqual(days.map(() => expect.closeTo(1, 12)));
  });

  it("makes no matrix where cells can't answer", () => {
    expect(massOf(solved({ ageFactor: 0 }))).toEqual(days.map(() => expect.closeTo(1, 12)));
  });

  it("adds sessions up where neither feedback nor saturation bends it", () => {
    const parameters = { ...publishedParameters, kap: 0, K: 1e6, aF: 1e7 };
    const together = massOf(solved({ parameters }));
    const apart = [0, 28, 56, 84].map((day) => massOf(solved({ parameters, injuries: injuriesOn([day], 0.05) })));
    for (const [index, mass] of together.entries()) {
      const sum = apart.reduce((total, single) => total + (single[index] ?? 0) - 1, 1);
      expect(Math.abs(mass - sum) / Math.max(1, mass)).toBeLessThan(1e-6);
    }
  });

  it("never has less matrix of a larger injury, in any member", () => {
    for (const member of publishedEnsemble.members.slice(0, 300)) {
      const curves = [0.01, 0.05, 0.2, 0.5].map((phi) =>
        massOf(solved({ parameters: withFixed(member), injuries: every(28, 4, phi) })),
      );
      for (const day of days.keys()) {
        const values = curves.map((curve) => curve[day] ?? 0);
        expect(values.every((value, place) => value >= (values[place - 1] ?? 0) - 1e-6)).toBe(true);
      }
    }
  });

  it("is the same whether an interval is looked at once or in pieces", () => {
    const pieces = Array.from({ length: 2921 }, (_, quarter) => quarter / 4);
    for (const parameters of [publishedParameters, parametersOf({ ...publishedParameters, kap: 10, dF: 3 })]) {
      const fine = courseTrajectory({ parameters, ageFactor: 1, injuries: every(28, 4, 0.05), days: pieces });
      const coarse = solved({ parameters });
      for (const name of stateNames) {
        for (const [place, day] of days.entries()) {
          expect(Math.abs((fine[name][4 * day] ?? Number.NaN) - (coarse[name][place] ?? 0))).toBeLessThan(1e-6);
        }
      }
    }
  });

  it("keeps every state at or above zero, and the matrix's balance to 1e-5", () => {
    const fine = Array.from({ length: 4001 }, (_, step) => 100 + step / 400);
    for (const member of publishedEnsemble.members.slice(0, 300)) {
      const parameters = withFixed(member);
      const { kap, dA, dN, dM, A0, eN, s } = parameters;
      const run = courseTrajectory({ parameters, ageFactor: 1, injuries: every(28, 4, 0.05), days: fine });
      for (const name of stateNames) expect(Math.min(...run[name])).toBeGreaterThanOrEqual(0);
      const at = (name: "F" | "A" | "N" | "M", day: number) => run[name][day] ?? Number.NaN;
      const total = (day: number) => at("A", day) + at("N", day) + at("M", day);
      const N0 = ((1 - A0) * dM) / (s * dN + dM);
      const slope = (day: number) => {
        const h = Math.exp(-kap * (total(day) - 1));
        const made = dA * A0 * (1 + at("F", day)) * h + dN * N0 * (1 + eN * at("F", day)) * h;
        return made - dA * at("A", day) - (1 - s) * dN * at("N", day) - dM * at("M", day);
      };
      let gained = 0;
      for (let day = 0; day < 4000; day += 2) gained += (slope(day) + 4 * slope(day + 1) + slope(day + 2)) / 1200;
      expect(Math.abs(total(4000) - total(0) - gained)).toBeLessThan(1e-5);
    }
  }, 60_000);
});
