import { stages } from "./collocation.ts";

const mostIterations = 14;
const settled = 1e-9;

export interface Feedback {
  readonly kap: number;
  /** The total A + N + M at each stage were the feedback zero. */
  readonly base: Float64Array;
  /** What a unit of feedback h at stage j adds to the total at stage i. */
  readonly gain: Float64Array;
}

/**
 * Finds the total matrix at each stage, S = base + gain x exp(-kap (S - 1)), by Newton's method from the values in
 * `total`; the whole implicit step is only as large as its stages because h depends on the total alone.
 *
 * @returns false where it doesn't settle; the step must then be shorter.
 */
export function settleFeedback({ kap, base, gain }: Feedback, total: Float64Array, h: Float64Array): boolean {
  for (let iteration = 0; iteration < mostIterations; iteration += 1) {
    for (let j = 0; j < stages; j += 1) h[j] = Math.exp(-kap * ((total[j] as number) - 1));
    const moved = improve({ kap, base, gain }, total, h);
    if (!(moved < 1e6)) return false;
    if (moved < settled || kap === 0) {
      for (let j = 0; j < stages; j += 1) h[j] = Math.exp(-kap * ((total[j] as number) - 1));
      return true;
    }
  }
  return false;
}

const system = new Float64Array(stages * stages);
const residual = new Float64Array(stages);

/** One Newton step; returns the largest move relative to the total, infinite or not a number where it failed. */
function improve({ kap, base, gain }: Feedback, total: Float64Array, h: Float64Array): number {
  for (let i = 0; i < stages; i += 1) {
    let sum = (base[i] as number) - (total[i] as number);
    for (let j = 0; j < stages; j += 1) {
      const share = (gain[i * stages + j] as number) * (h[j] as number);
      sum += share;
      system[i * stages + j] = kap * share;
    }
    system[i * stages + i] = 1 + (system[i * stages + i] as number);
    residual[i] = sum;
  }
  solve();
  let moved = 0;
  for (let i = 0; i < stages; i += 1) {
    const move = residual[i] as number;
    total[i] = (total[i] as number) + move;
    const relative = Math.abs(move) / Math.max(1, Math.abs(total[i] as number));
    if (!(relative <= moved)) moved = relative;
  }
  return moved;
}

function solve(): void {
  for (let pivot = 0; pivot < stages; pivot += 1) {
    for (let i = pivot + 1; i < stages; i += 1) {
      const factor = (system[i * stages + pivot] as number) / (system[pivot * stages + pivot] as number);
      for (let j = pivot + 1; j < stages; j += 1) {
        system[i * stages + j] = (system[i * stages + j] as number) - factor * (system[pivot * stages + j] as number);
      }
      residual[i] = (residual[i] as number) - factor * (residual[pivot] as number);
    }
  }
  for (let i = stages - 1; i >= 0; i -= 1) {
    let sum = residual[i] as number;
    for (let j = i + 1; j < stages; j += 1) sum -= (system[i * stages + j] as number) * (residual[j] as number);
    residual[i] = sum / (system[i * stages + i] as number);
  }
}
