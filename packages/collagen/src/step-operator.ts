import { stages, weights } from "./collocation.ts";
import type { Parameters } from "./parameters.ts";

/**
 * One step of given length as matrices over its stages: a state that decays at rate r towards a source becomes
 * `rest * start + pull * source`. `newToMature` carries N's stages into M.
 */
export interface StepOperator {
  readonly stepDays: number;
  readonly F: Relaxation;
  readonly A: Relaxation;
  readonly N: Relaxation;
  readonly M: Relaxation;
  readonly newToMature: Float64Array;
  /** N and what it has become in M, together. */
  readonly newWithMature: Relaxation;
}

interface Relaxation {
  readonly rest: Float64Array;
  readonly pull: Float64Array;
}

const size = stages * stages;

export function stepOperator({ dF, dA, dN, dM, s }: Parameters, stepDays: number): StepOperator {
  const N = relaxation(dN * stepDays);
  const maturing = resolvent(dM * stepDays);
  const newToMature = new Float64Array(size);
  multiply(maturing, weights, stepDays * s * dN, newToMature);
  const M = { rest: rowSums(maturing), pull: newToMature };
  const both = new Float64Array(size);
  multiply(newToMature, N.pull, 1, both);
  for (let index = 0; index < size; index += 1) both[index] = (both[index] ?? 0) + (N.pull[index] ?? 0);
  const rest = new Float64Array(stages);
  apply(newToMature, N.rest, rest);
  for (let i = 0; i < stages; i += 1) rest[i] = (rest[i] ?? 0) + (N.rest[i] ?? 0);
  return {
    stepDays,
    F: relaxation(dF * stepDays),
    A: relaxation(dA * stepDays),
    N,
    M,
    newToMature,
    newWithMature: { rest, pull: both },
  };
}

/** out = matrix x vector over the stages. */
export function apply(matrix: Float64Array, vector: Float64Array, out: Float64Array): void {
  for (let i = 0; i < stages; i += 1) {
    let sum = 0;
    for (let j = 0; j < stages; j += 1) sum += (matrix[i * stages + j] as number) * (vector[j] as number);
    out[i] = sum;
  }
}

function relaxation(rate: number): Relaxation {
  const inverse = resolvent(rate);
  const pull = new Float64Array(size);
  for (let index = 0; index < size; index += 1) pull[index] = -(inverse[index] as number);
  for (let i = 0; i < stages; i += 1) pull[i * stages + i] = 1 + (pull[i * stages + i] as number);
  return { rest: rowSums(inverse), pull };
}

/** (1 + rate x weights)^-1 by Gauss-Jordan; the leading minors are positive for every rate, so no row is exchanged. */
function resolvent(rate: number): Float64Array {
  const left = new Float64Array(size);
  const inverse = new Float64Array(size);
  for (let index = 0; index < size; index += 1) left[index] = rate * (weights[index] as number);
  for (let i = 0; i < stages; i += 1) {
    left[i * stages + i] = 1 + (left[i * stages + i] as number);
    inverse[i * stages + i] = 1;
  }
  for (let pivot = 0; pivot < stages; pivot += 1) eliminate(left, inverse, pivot);
  return inverse;
}

function eliminate(left: Float64Array, inverse: Float64Array, pivot: number): void {
  const row = pivot * stages;
  const scale = 1 / (left[row + pivot] as number);
  for (let j = 0; j < stages; j += 1) {
    left[row + j] = (left[row + j] as number) * scale;
    inverse[row + j] = (inverse[row + j] as number) * scale;
  }
  for (let i = 0; i < stages; i += 1) {
    const factor = left[i * stages + pivot] as number;
    if (i === pivot || factor === 0) continue;
    for (let j = 0; j < stages; j += 1) {
      left[i * stages + j] = (left[i * stages + j] as number) - factor * (left[row + j] as number);
      inverse[i * stages + j] = (inverse[i * stages + j] as number) - factor * (inverse[row + j] as number);
    }
  }
}

function multiply(a: Float64Array, b: Float64Array, factor: number, out: Float64Array): void {
  for (let i = 0; i < stages; i += 1) {
    for (let j = 0; j < stages; j += 1) {
      let sum = 0;
      for (let k = 0; k < stages; k += 1) sum += (a[i * stages + k] as number) * (b[k * stages + j] as number);
      out[i * stages + j] = factor * sum;
    }
  }
}

function rowSums(matrix: Float64Array): Float64Array {
  const ones = new Float64Array(stages).fill(1);
  const out = new Float64Array(stages);
  apply(matrix, ones, out);
  return out;
}
