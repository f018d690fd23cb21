import type { Random } from "./random.ts";

export interface MetropolisRun {
  readonly draws: number;
  /** Dropped from the start; the proposal adapts to what it has seen until then and stays as it is after. */
  readonly burnIn: number;
  readonly start: readonly number[];
  readonly scale: readonly number[];
  readonly logDensity: (point: readonly number[]) => number;
  readonly random: Random;
}

/** Adaptive Metropolis (Haario 2001): returns the draws after the burn-in. */
export function sampleMetropolis(run: MetropolisRun): readonly (readonly number[])[] {
  const { draws, burnIn, logDensity, random } = run;
  const size = run.start.length;
  const learned = emptyMoments(size);
  const kept: (readonly number[])[] = [];
  let factor: readonly (readonly number[])[] = run.scale.map((sd, row) =>
    run.scale.map((_, column) => (row === column ? (sd * 2.38) / Math.sqrt(size) : 0)),
  );
  let point = run.start;
  let density = logDensity(point);
  for (let draw = 0; draw < draws; draw += 1) {
    const proposal = propose(point, factor, random);
    const proposed = logDensity(proposal);
    if (Math.log(1 - random.uniform()) < proposed - density) {
      point = proposal;
      density = proposed;
    }
    if (draw >= burnIn) kept.push(point);
    else if (learn(learned, point) >= 500 && draw % 100 === 0) factor = cholesky(learned, 2.38 ** 2 / size);
  }
  return kept;
}

function propose(point: readonly number[], factor: readonly (readonly number[])[], random: Random): readonly number[] {
  const noise = point.map(() => random.normal());
  return point.map((value, row) => {
    const weights = factor[row] ?? [];
    return value + noise.reduce((sum, dice, column) => sum + (column <= row ? dice * (weights[column] ?? 0) : 0), 0);
  });
}

interface Moments {
  count: number;
  readonly mean: number[];
  readonly products: number[][];
}

function emptyMoments(size: number): Moments {
  return {
    count: 0,
    mean: new Array<number>(size).fill(0),
    products: Array.from({ length: size }, () => new Array<number>(size).fill(0)),
  };
}

/** Welford's update; returns how many points have been seen. */
function learn(moments: Moments, point: readonly number[]): number {
  moments.count += 1;
  const before = point.map((value, index) => value - (moments.mean[index] ?? 0));
  for (const [index, gap] of before.entries()) moments.mean[index] = (moments.mean[index] ?? 0) + gap / moments.count;
  for (const [row, products] of moments.products.entries()) {
    const after = (point[row] ?? 0) - (moments.mean[row] ?? 0);
    for (let column = 0; column <= row; column += 1) {
      products[column] = (products[column] ?? 0) + after * (before[column] ?? 0);
    }
  }
  return moments.count;
}

function cholesky({ count, products }: Moments, scale: number): readonly (readonly number[])[] {
  const factor: number[][] = [];
  for (const [i, product] of products.entries()) {
    const row: number[] = new Array<number>(products.length).fill(0);
    factor.push(row);
    for (let j = 0; j < i; j += 1) {
      const other = factor[j] ?? [];
      row[j] = ((scale * (product[j] ?? 0)) / (count - 1) - dot(row, other, j)) / (other[j] ?? 1);
    }
    const own = (scale * (product[i] ?? 0)) / (count - 1) + 1e-8 - dot(row, row, i);
    row[i] = Math.sqrt(Math.max(own, 1e-12));
  }
  return factor;
}

function dot(a: readonly number[], b: readonly number[], count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
