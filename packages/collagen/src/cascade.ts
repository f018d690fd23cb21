import type { Parameters } from "./parameters.ts";
import { TriangularFlow } from "./triangular-flow.ts";

/** Writes D, I, R and G at so many days after the start into `out`. */
export type Cascade = (elapsedDays: number, out: Float64Array) => void;

const rounding = 2 ** -52;
const wantedError = 1e-8;

/** D, I, R and G of one set of parameters, from any state at elapsed time 0. */
export interface Cascades {
  /** Exact at any later time. */
  readonly from: (start: ArrayLike<number>) => Cascade;
  /** The same but for the last digits: quicker where one looks again and again after the same gap. */
  readonly pacedFrom: (start: ArrayLike<number>) => Cascade;
}

/**
 * The linear part of the model.
 *
 * Sums of four exponentials where their coefficients are small enough to lose no digit that F could magnify (by up to
 * aF/K); otherwise, as at equal rates, the exponential of the matrix, whose terms are all positive.
 */
export function cascadesOf(parameters: Parameters): Cascades {
  let flow: TriangularFlow | undefined;
  const exactFrom = (start: ArrayLike<number>): Cascade => {
    flow ??= flowOf(parameters);
    return carriedBy(flow, start);
  };
  const from = (start: ArrayLike<number>, mostPaces: number): Cascade => {
    const modes = modesOf(parameters, start);
    return modesAreSafe(parameters, modes) ? sumOfModes(parameters, start, { modes, mostPaces }) : exactFrom(start);
  };
  return { from: (start) => from(start, 0), pacedFrom: (start) => from(start, longestPace) };
}

function flowOf({ kD, kI, fIR, dR, wP, dG }: Parameters): TriangularFlow {
  return new TriangularFlow([-kD, kD, -kI, 0, fIR * kI, -dR, dG * wP, 0, dG, -dG]);
}

function carriedBy(flow: TriangularFlow, start: ArrayLike<number>): Cascade {
  const begin = Float64Array.from(start).slice(0, 4);
  return (elapsedDays, out) => {
    out.set(begin);
    flow.carry(elapsedDays, out);
  };
}

function sumOfModes(
  { kD, kI, dR, dG }: Parameters,
  start: ArrayLike<number>,
  { modes, mostPaces }: { readonly modes: readonly number[]; readonly mostPaces: number },
): Cascade {
  const [iD = 0, iI = 0, rD = 0, rI = 0, rR = 0, gD = 0, gI = 0, gR = 0, gG = 0] = modes;
  const d0 = start[0] ?? 0;
  const left = new Decay([kD, kI, dR, dG], mostPaces);
  return (elapsedDays, out) => {
    left.lookAt(elapsedDays);
    const { eD, eI, eR, eG } = left;
    out[0] = d0 * eD;
    out[1] = Math.max(0, iD * eD + iI * eI);
    out[2] = Math.max(0, rD * eD + rI * eI + rR * eR);
    out[3] = Math.max(0, gD * eD + gI * eI + gR * eR + gG * eG);
  };
}

const longestPace = 64;

/** exp(-rate t) of four rates; from one look to the next as far away again it multiplies, and so spares exponentials. */
class Decay {
  private readonly kD: number;
  private readonly kI: number;
  private readonly dR: number;
  private readonly dG: number;
  private elapsed = 0;
  private gap = 0;
  private readonly mostPaces: number;
  private paces: number;
  private gapD = 1;
  private gapI = 1;
  private gapR = 1;
  private gapG = 1;
  eD = 1;
  eI = 1;
  eR = 1;
  eG = 1;

  constructor([kD, kI, dR, dG]: readonly [number, number, number, number], mostPaces: number) {
    this.kD = kD;
    this.kI = kI;
    this.dR = dR;
    this.dG = dG;
    this.mostPaces = mostPaces;
    this.paces = mostPaces;
  }

  lookAt(elapsed: number): void {
    const gap = elapsed - this.elapsed;
    this.elapsed = elapsed;
    if (gap === this.gap && this.paces < this.mostPaces) {
      this.paces += 1;
      if (this.paces === 1) this.learn(gap);
      this.eD *= this.gapD;
      this.eI *= this.gapI;
      this.eR *= this.gapR;
      this.eG *= this.gapG;
      return;
    }
    this.gap = gap;
    this.paces = 0;
    this.eD = Math.exp(-this.kD * elapsed);
    this.eI = Math.exp(-this.kI * elapsed);
    this.eR = Math.exp(-this.dR * elapsed);
    this.eG = Math.exp(-this.dG * elapsed);
  }

  private learn(gap: number): void {
    this.gapD = Math.exp(-this.kD * gap);
    this.gapI = Math.exp(-this.kI * gap);
    this.gapR = Math.exp(-this.dR * gap);
    this.gapG = Math.exp(-this.dG * gap);
  }
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
