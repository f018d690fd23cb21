import { Dopri } from "dopri";
import { describe, expect, it } from "vitest";
import type { CourseToSolve } from "./course-to-solve.ts";
import { courseTrajectory } from "./course-trajectory.ts";
import { ageFactor, injuriesOn, injuryFraction } from "./injury.ts";
import { massOf } from "./observations.ts";
import { type ParameterName, type Parameters, parameterNames, parametersOf, restOf } from "./parameters.ts";
import { parameterRanges } from "./parse-simulation.ts";
import { publishedMembers, publishedParameters } from "./published.ts";
import { seededRandom } from "./random.ts";
import { solveCourse } from "./solve-course.ts";
import { stateNames, type Trajectory } from "./trajectory.ts";
import { dayAt, millimetres, perCm2, years } from "./units.ts";

const phi = injuryFraction(millimetres(1.5), perCm2(250));
const monthly = injuriesOn([0, 28, 56, 84], phi);
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

/** dopri, session by session. */
function reference({ parameters, ageFactor: factor, injuries, days }: CourseToSolve, rtol = 1e-10): number[][] {
  const { N0, M0 } = restOf(parameters);
  const wanted = [...(days as number[])];
  let state = [0, 0, 0, 0, 0, parameters.A0, N0, M0];
  return injuries.flatMap((injury, index) => {
    const next = injuries[index + 1]?.day ?? Number.POSITIVE_INFINITY;
    const end = Math.min(next, wanted.at(-1) ?? 0);
    const inside = wanted.filter((day) => day >= injury.day && day < next);
    const injured = [(state[0] ?? 0) + injury.phi, ...state.slice(1)];
    if (end === injury.day) return inside.map(() => injured);
    const solver = new Dopri(derivative(parameters, factor), 8, { atol: 1e-11, rtol, maxSteps: 1_000_000 });
    solver.initialise(injury.day, injured);
    const rows = solver.run(end)([...inside, end]);
    state = rows.at(-1) ?? state;
    return rows.slice(0, -1);
  });
}

/** dopri at 1e-11; null where it gives up, its steps being too small for its own arithmetic. */
function tightest(course: CourseToSolve): number[][] | null {
  try {
    return reference(course, 1e-11);
  } catch {
    return null;
  }
}

/** The error of both ways to solve a course: by series, which may leave it to the other, and by implicit steps. */
function worstError(course: CourseToSolve): number {
  const exact = reference(course);
  return Math.max(...[courseTrajectory(course), solveCourse(course)].map((ours) => farthest(ours, exact)));
}

function farthest(ours: Trajectory, exact: number[][]): number {
  const errors = exact.flatMap((row, day) =>
    stateNames.map((name, place) => {
      const value = row[place] ?? Number.NaN;
      return Math.abs((ours[name][day] ?? Number.NaN) - value) / Math.max(1, Math.abs(value));
    }),
  );
  return errors.reduce((most, error) => (error <= most ? most : error), 0);
}

/** F long after one session without R, by quadrature of its closed form: G fades and F forgets at the rate dF. */
function followedSynthesis(p: Parameters, phi: number, day: number): number {
  const size = (phi * p.wP * p.dG) / (p.kD - p.dG);
  const source = (back: number) => {
    const G = size * (Math.exp(-p.dG * (day - back)) - Math.exp(-p.kD * (day - back)));
    return (p.aF * G) / (p.K + G);
  };
  // Simpson over forty times what F remembers.
  const [cells, width] = [8000, 40 / p.dF / 8000];
  let sum = 0;
  for (let cell = 0; cell <= cells; cell += 1) {
    const weight = cell === 0 || cell === cells ? 1 : cell % 2 === 1 ? 4 : 2;
    sum += weight * p.dF * Math.exp(-p.dF * cell * width) * source(cell * width);
  }
  return (sum * width) / 3;
}

/** What the contract allows at its ends as often as between them; stiff ones over fewer days, for dopri's sake. */
function extremeCourse(seed: number): CourseToSolve {
  const { uniform } = seededRandom(seed);
  const spread = ([least, most]: readonly [number, number]) =>
    least > 0 ? least * (most / least) ** uniform() : most * uniform();
  const endsOrBetween = (range: readonly [number, number]) =>
    uniform() < 0.3 ? range[uniform() < 0.5 ? 0 : 1] : spread(range);
  const drawn = parameterNames.map((name) => [name, endsOrBetween(parameterRanges[name])]);
  const values: Record<ParameterName, number> = { ...publishedParameters, ...Object.fromEntries(drawn) };
  if (values.aF > 1000) values.aF = Math.max(1000, 1000 * values.K * uniform());
  const parameters = parametersOf(values);
  const { kD, kI, dR, dG, dF, dM, dA, dN, kap, A0 } = parameters;
  const fastest = Math.max(kD, kI, dR, dG, dF, dM, dA * (1 + kap * A0) + dN * (1 + kap * restOf(parameters).N0));
  const horizonDays = Math.min(3650, Math.max(2, Math.floor(20_000 / fastest)));
  const count = Math.min(60, Math.floor(horizonDays / 2));
  const gap = 1 + Math.floor(uniform() * (horizonDays / count - 1));
  const injuries = Array.from({ length: count }, (_, session) => ({
    day: dayAt(session * gap),
    phi: 0.4665 * uniform(),
  }));
  const looks = [0, 0.3, 1, 5, gap, 5.5 * gap, 0.3 * horizonDays, 0.7 * horizonDays, horizonDays];
  const days = [...new Set(looks.filter((day) => day <= horizonDays))].sort((a, b) => a - b);
  return { parameters, ageFactor: 1 - 0.38 * uniform(), injuries, days };
}

describe("solving a course", () => {
  it("agrees with dopri to a millionth for 300 members of the ensemble", () => {
    const errors = publishedMembers
      .slice(0, 300)
      .map((parameters) =>
        worstError({ parameters, ageFactor: ageFactor(years(45)), injuries: monthly, days: weekly }),
      );
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
      const parameters = parametersOf({ ...publishedParameters, ...given });
      expect(worstError({ parameters, ageFactor: 1, injuries: monthly, days: weekly })).toBeLessThan(1e-6);
    },
    60_000,
  );

  it("agrees with dopri to a millionth for 200 courses at the ends of what may be asked", () => {
    const compared = Array.from({ length: 220 }, (_, seed) => {
      const course = extremeCourse(seed);
      const exact = tightest(course);
      return exact ? [{ seed, error: farthest(courseTrajectory(course), exact) }] : [];
    }).flat();
    expect(compared.length).toBeGreaterThan(200);
    expect(compared.filter(({ error }) => !(error < 1e-6))).toEqual([]);
  }, 120_000);

  // Fast synthesis follows a slow signal for ten years and falls where the signal passes K: dopri would take weeks.
  it.each([
    { dG: 0.00168, K: 1.17e-6, aF: 3.55, kap: 20, A0: 0.99, dA: 23.8, dM: 50, dN: 1.4e-6 },
    { dG: 0.00168, K: 1.17e-6, aF: 3.55, kap: 0, A0: 0.99, dA: 50, dM: 1, dN: 50 },
    { dG: 0.009, K: 1e-6, aF: 0.0002, kap: 20, A0: 0.0167, dA: 1e-6, dM: 12.2, dN: 12.2 },
    { dG: 0.0067, K: 1.03e-6, aF: 0.0026, kap: 20, A0: 0.99, dA: 0.03, dM: 50, dN: 29.5 },
    { dG: 0.0008, K: 1e-3, aF: 1000, kap: 1, A0: 0.5, dA: 50, dM: 50, dN: 50 },
  ])("keeps synthesis that follows a fading signal over ten years to a millionth for %o", (given) => {
    const fast = parametersOf({ ...publishedParameters, kD: 5.5, wP: 2.1, fIR: 0, dF: 47, ...given });
    const days = Array.from({ length: 1800 }, (_, count) => 10 + 2 * count);
    const course = { parameters: fast, ageFactor: 1, injuries: injuriesOn([0], 0.4665), days };
    const exact = days.map((day) => followedSynthesis(fast, 0.4665, day));
    for (const { F } of [courseTrajectory(course), solveCourse({ ...course, tolerance: 1e-9 })]) {
      const errors = exact.map((value, day) => Math.abs((F[day] ?? Number.NaN) - value) / Math.max(1, value));
      expect(Math.max(...errors)).toBeLessThan(1e-6);
    }
  });

  it("leaves untreated skin at rest to 1e-12", () => {
    const untreated = { ageFactor: 1, injuries: injuriesOn([3], 0), days: weekly };
    const unanswered = { ageFactor: 0, injuries: monthly, days: weekly };
    for (const parameters of publishedMembers.slice(0, 300)) {
      for (const course of [untreated, unanswered]) {
        const mass = massOf(courseTrajectory({ ...course, parameters }));
        expect(Math.max(...mass.map((value) => Math.abs(value - 1)))).toBeLessThan(1e-12);
      }
    }
  });

  it("moves with the calendar: the same course later is the same response later", () => {
    const later = injuriesOn([35, 63, 91, 119], phi);
    const common = { parameters: publishedParameters, ageFactor: 1 };
    const now = courseTrajectory({ ...common, injuries: monthly, days: [100, 300] });
    const then = courseTrajectory({ ...common, injuries: later, days: [135, 335] });
    for (const name of stateNames) expect([...then[name]]).toEqual([...now[name]].map((x) => expect.closeTo(x, 12)));
  });
});
