import type { Parameters } from "./parameters.ts";
import { triangularExponential } from "./triangular-exponential.ts";

/** Writes D, I, R and G at so many days after the start into `out`. */
export type Cascade = (elapsedDays: number, out: Float64Array) => void;

const rounding = 2 ** -52;
const wantedError = 1e-8;

/**
 * The linear part of the model, D, I, R and G, from a state at elapsed time 0; exact at any later time.
 *
 * Sums of four exponentials where their coefficients are small enough to lose no digit that F could magnify (by up to
 * aF/K); otherwise, as at equal rates, the exponential of the matrix, whose terms are all positive.
 */
export function cascadeFrom(parameters: Parameters, start: ArrayLike<number>): Cascade {
  const { kD, kI, dR, dG } = parameters;
  const modes = modesOf(parameters, start);
  if (!modesAreSafe(parameters, modes)) return exactCascade(parameters, start);
  const [iD = 0, iI = 0, rD = 0, rI = 0, rR = 0, gD = 0, gI = 0, gR = 0, gG = 0] = modes;
  const d0 = start[0] ?? 0;
  return (elapsedDays, out) => {
    const eD = Math.exp(-kD * elapsedDays);
    const eI = Math.exp(-kI * elapsedDays);
    const eR = Math.exp(-dR * elapsedDays);
    out[0] = d0 * eD;
    out[1] = Math.max(0, iD * eD + iI * eI);
    out[2] = Math.max(0, rD * eD + rI * eI + rR * eR);
    out[3] = Math.max(0, gD * eD + gI * eI + gR * eR + gG * Math.exp(-dG * elapsedDays));
  };
}

/** Whether sums of the modes lose no digit that F could magnify; false at equal rates. */
export function modesAreSafe({ aF, K }: Parameters, modes: readonly number[], error = wantedError): boolean {
  const largest = modes.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient)), 0);
  return Number.isFinite(largest) && largest * rounding * Math.max(100, aF / K) < error;
}

/** The coefficients of I, R and G over exp(-kD t), exp(-kI t), exp(-dR t), exp(-dG t); infinite at equal rates. */
export function modesOf({ kD, kI, fIR, dR, wP, dG }: Parameters, start: ArrayLike<number>): readonly number[] {
  const [d0 = 0, i0 = 0, r0 = 0, g0 = 0] = [start[0], start[1], start[2], start[3]];
  const iD = (kD * d0) / (kI - kD);
  const iI = i0 - iD;
  const rD = (fIR * kI * iD) / (dR - kD);
  const rI = (fIR * kI * iI) / (dR - kI);
  const rR = r0 - rD - rI;
  const gD = (dG * (wP * d0 + rD)) / (dG - kD);
  const gI = (dG * rI) / (dG - kI);
  const gR = (dG * rR) / (dG - dR);
  return [iD, iI, rD, rI, rR, gD, gI, gR, g0 - gD - gI - gR];
}

function exactCascade({ kD, kI, fIR, dR, wP, dG }: Parameters, start: ArrayLike<number>): Cascade {
  const [d0 = 0, i0 = 0, r0 = 0, g0 = 0] = [start[0], start[1], start[2], start[3]];
  const exponential = new Float64Array(10);
  return (elapsedDays, out) => {
    triangularExponential([-kD, kD, -kI, 0, fIR * kI, -dR, dG * wP, 0, dG, -dG], elapsedDays, exponential);
    const [dd = 0, id = 0, ii = 0, rd = 0, ri = 0, rr = 0, gd = 0, gi = 0, gr = 0, gg = 0] = exponential;
    out[0] = dd * d0;
    out[1] = id * d0 + ii * i0;
    out[2] = rd * d0 + ri * i0 + rr * r0;
    out[3] = gd * d0 + gi * i0 + gr * r0 + gg * g0;
  };
}
