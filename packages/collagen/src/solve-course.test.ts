import { Dopri } from "dopri";
import { describe, expect, it } from "vitest";
import { courseTrajectory } from "./course-trajectory.ts";
import { ageFactor, injuryFraction } from "./injury.ts";
import { massOf } from "./observations.ts";
import { type Parameters, restOf } from "./parameters.ts";
import { publishedMembers, publishedParameters } from "./published.ts";
import { type CourseToSolve, solveCourse } from "./solve-course.ts";
import { stateNames } from "./trajectory.ts";

const phi = injuryFraction(1.5, 250);
const monthly = [0, 28, 56, 84].map((day) => ({ day, phi }));
const weekly = [...Array.from({ length: 105 }, (_, week) => 7 * week), 730];

function derivative(parameters: Parameters, factor: number) {
  const { kD, kI, fIR, dR, wP, dG, aF, K, dF, eN, dA, dN, s, kap, A0, dM } = parameters;
  const { N0 } = restOf(parameters);
  return (_: number, [D = 0, I = 0, R = 0, G = 0, F = 0, A = 0, N = 0, M = 0]: number[], out: number[]) => {
    const h = Math.exp(-kap * (A + N + M - 1));
    const slopes = [
      -kD * D,
      kD * D - kI * I,
      fIR * kI * I - dR * R,
      dG * (wP * D + R - G),
      dF * ((aF * factor * G) / (K + G) - F),
      dA * (A0 * (1 + F) * h - A),
      dN * (N0 * (1 + eN * F) * h - N),
      s * dN * N - dM * M,
    ];
    for (const [index, slope] of slopes.entries()) out[index] = slope;
  };
}

/** dopri at 1e-10, session by session. */
function reference({ parameters, ageFactor: factor, injuries, days }: CourseToSolve): number[][] {
  const { N0, M0 } = restOf(parameters);
  const wanted = [...(days as number[])];
  let state = [0, 0, 0, 0, 0, parameters.A0, N0, M0];
  return injuries.flatMap((injury, index) => {
    const next = injuries[index + 1]?.day ?? Number.POSITIVE_INFINITY;
    const end = Math.min(next, wanted.at(-1) ?? 0);
    const solver = new Dopri(derivative(parameters, factor), 8, { atol: 1e-11, rtol: 1e-10, maxSteps: 100000 });
    solver.initialise(injury.day, [(state[0] ?? 0) + injury.phi, ...state.slice(1)]);
    const inside = wanted.filter((day) => day >= injury.day && day < next);
    const rows = solver.run(end)([...inside, end]);
    state = rows.at(-1) ?? state;
    return rows.slice(0, -1);
  });
}

/** The error of both ways to solve a course: by series, which may leave it to the other, and by implicit steps. */
function worstError(course: CourseToSolve): number {
  const exact = reference(course);
  const errors = [courseTrajectory(course), solveCourse(course)].flatMap((ours) =>
    exact.flatMap((row, day) =>
      stateNames.map((name, place) => {
        const value = row[place] ?? Number.NaN;
        return Math.abs((ours[name][day] ?? Number.NaN) - value) / Math.max(1, Math.abs(value));
      }),
    ),
  );
  return errors.reduce((most, error) => (error <= most ? most : error), 0);
}

describe("solving a course", () => {
  it("agrees with dopri to a millionth for 300 members of the ensemble", () => {
    const errors = publishedMembers
      .slice(0, 300)
      .map((parameters) => worstError({ parameters, ageFactor: ageFactor(45), injuries: monthly, days: weekly }));
    expect(Math.max(...errors)).toBeLessThan(1e-6);
  }, 120_000);

  it.each([
    { kI: 2, dR: 2, dG: 2 },
    { kI: 2.0000001, dR: 2, dG: 1.9999999 },
    { kap: 20, psi: 20, eN: 100, aF: 1000, K: 1 },
    { kap: 0, aF: 1000, K: 1e-3, dF: 5, dA: 3 },
    { kD: 50, kI: 50, dR: 0.01, dG: 50, dF: 1e-6, eN: 100 },
    { aF: 1e7, K: 1e6, s: 1e-4, A0: 0.99 },
    { aF: 0.001, K: 1e-6, wP: 10, fIR: 10, dM: 10 },
  ])(
    "agrees with dopri to a millionth for %o",
    (given) => {
      const parameters = { ...publishedParameters, ...given };
      expect(worstError({ parameters, ageFactor: 1, injuries: monthly, days: weekly })).toBeLessThan(1e-6);
    },
    60_000,
  );

  it("leaves untreated skin at rest to 1e-12", () => {
    const untreated = { ageFactor: 1, injuries: [{ day: 3, phi: 0 }], days: weekly };
    const unanswered = { ageFactor: 0, injuries: monthly, days: weekly };
    for (const parameters of publishedMembers.slice(0, 300)) {
      for (const course of [untreated, unanswered]) {
        const mass = massOf(courseTrajectory({ ...course, parameters }));
        expect(Math.max(...mass.map((value) => Math.abs(value - 1)))).toBeLessThan(1e-12);
      }
    }
  });

  it("moves with the calendar: the same course later is the same response later", () => {
    const later = monthly.map(({ day }) => ({ day: day + 35, phi }));
    const common = { parameters: publishedParameters, ageFactor: 1 };
    const now = courseTrajectory({ ...common, injuries: monthly, days: [100, 300] });
    const then = courseTrajectory({ ...common, injuries: later, days: [135, 335] });
    for (const name of stateNames) expect([...then[name]]).toEqual([...now[name]].map((x) => expect.closeTo(x, 12)));
  });
});
