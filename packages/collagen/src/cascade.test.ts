import { describe, expect, it } from "vitest";
import { cascadesOf } from "./cascade.ts";
import { type Parameters, parametersOf } from "./parameters.ts";
import { publishedMembers, publishedParameters } from "./published.ts";

const start = [0.05, 0.02, 0.01, 0.03] as const;
const times = [0, 0.01, 0.3, 1, 4.8, 14, 47, 180, 730];

function ours(parameters: Parameters, time: number): readonly number[] {
  const out = new Float64Array(4);
  cascadesOf(parameters).from(start)(time, out);
  return [...out];
}

type Signals = readonly [D: number, I: number, R: number, G: number];

/** The four linear equations by thirty terms of their series over short steps: another way than the closed form. */
function bySeries({ kD, kI, fIR, dR, wP, dG }: Parameters, time: number): readonly number[] {
  const steps = Math.max(1, Math.ceil(time * 4 * Math.max(kD, kI, dR, dG)));
  const days = time / steps;
  const slope = ([D, I, R, G]: Signals): Signals => [
    -kD * D,
    kD * D - kI * I,
    fIR * kI * I - dR * R,
    dG * (wP * D + R - G),
  ];
  let state: Signals = start;
  for (let step = 0; step < steps; step += 1) {
    let term = state;
    for (let power = 1; power <= 30; power += 1) {
      const [d, i, r, g] = slope(term);
      const share = days / power;
      term = [d * share, i * share, r * share, g * share];
      state = [state[0] + term[0], state[1] + term[1], state[2] + term[2], state[3] + term[3]];
    }
  }
  return state;
}

function expectClose(found: readonly number[], exact: readonly number[]): void {
  for (const [state, value] of found.entries())
    expect(Math.abs(value - (exact[state] ?? Number.NaN))).toBeLessThan(1e-10);
}

describe("D, I, R and G in closed form", () => {
  it("are the textbook's powers of time where all four rates are 1 a day", () => {
    const parameters = parametersOf({ ...publishedParameters, kD: 1, kI: 1, fIR: 0.5, dR: 1, wP: 0.3, dG: 1 });
    const out = new Float64Array(4);
    for (const t of times) {
      cascadesOf(parameters).from([0.05, 0, 0, 0])(t, out);
      const left = 0.05 * Math.exp(-t);
      expectClose([...out], [left, left * t, (left * t ** 2) / 4, left * (0.3 * t + t ** 3 / 12)]);
    }
  });

  it.each([
    {},
    { kI: 2, dR: 2, dG: 2 },
    { kI: 2 * (1 + 1e-9), dR: 2 * (1 - 1e-9), dG: 2 * (1 + 2e-9) },
    { kI: 2 * (1 + 1e-5), dR: 2, dG: 1.99 },
    { kI: 0.25, dR: 0.25 + 1e-12, dG: 1 },
    { kD: 1, dG: 1 + 1e-7 },
    { kD: 50, kI: 50, dR: 50, dG: 50, fIR: 10, wP: 10 },
    { kD: 1e-6, kI: 1e-6, dR: 1e-6, dG: 1e-6 },
  ])("agree with the equations' own series to 1e-10 for %o", (given) => {
    const parameters = parametersOf({ ...publishedParameters, ...given });
    for (const time of times) expectClose(ours(parameters, time), bySeries(parameters, time));
  });

  it("agree to 1e-10 for 300 members, looked at day by day too", () => {
    const out = new Float64Array(4);
    for (const parameters of publishedMembers.slice(0, 300)) {
      const paced = cascadesOf(parameters).pacedFrom(start);
      for (let week = 0; week <= 20; week += 1) paced(7 * week, out);
      expectClose([...out], ours(parameters, 140));
      expectClose(ours(parameters, 28), bySeries(parameters, 28));
    }
  });
});
