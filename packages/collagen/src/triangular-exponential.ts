/** A lower triangular 4 x 4 matrix by rows: 00, 10, 11, 20, 21, 22, 30, 31, 32, 33. */
type Triangle = ArrayLike<number>;

/** With entries of a quarter at most, what is left out is below 1e-25. */
const terms = 18;
const diagonal = [0, 2, 5, 9];
const shifted = new Float64Array(10);
const square = new Float64Array(10);
const scratch = [new Float64Array(10), new Float64Array(10)] as const;

/**
 * exp(matrix x time) of a matrix without negative entries off its diagonal, by scaling, Taylor and squaring.
 *
 * The diagonal is shifted to be positive first, so that no term is ever subtracted and each entry keeps its relative
 * accuracy, equal rates or not.
 */
export function triangularExponential(matrix: Triangle, time: number, out: Float64Array): void {
  let shift = 0;
  let largest = 0;
  for (let index = 0; index < 10; index += 1) largest = Math.max(largest, Math.abs(matrix[index] ?? 0));
  for (const index of diagonal) shift = Math.max(shift, -(matrix[index] ?? 0));
  const squarings = Math.max(0, Math.ceil(Math.log2(Math.max(1e-300, 4 * largest * time))));
  const scaled = time / 2 ** squarings;
  for (let index = 0; index < 10; index += 1) shifted[index] = (matrix[index] ?? 0) * scaled;
  for (const index of diagonal) shifted[index] = ((matrix[index] ?? 0) + shift) * scaled;
  taylor(shifted, Math.exp(-shift * scaled), out);
  for (let count = 0; count < squarings; count += 1) {
    multiply(out, out, square);
    out.set(square);
  }
}

function taylor(matrix: Float64Array, factor: number, out: Float64Array): void {
  let [term, next] = scratch;
  term.fill(0);
  for (const index of diagonal) term[index] = factor;
  out.set(term);
  for (let order = 1; order <= terms; order += 1) {
    multiply(term, matrix, next);
    for (let index = 0; index < 10; index += 1) {
      next[index] = (next[index] ?? 0) / order;
      out[index] = (out[index] ?? 0) + (next[index] ?? 0);
    }
    [term, next] = [next, term];
  }
}

function multiply(a: Float64Array, b: Float64Array, out: Float64Array): void {
  const a0 = a[0] as number;
  const a1 = a[1] as number;
  const a2 = a[2] as number;
  const a3 = a[3] as number;
  const a4 = a[4] as number;
  const a5 = a[5] as number;
  const a6 = a[6] as number;
  const a7 = a[7] as number;
  const a8 = a[8] as number;
  const a9 = a[9] as number;
  const b0 = b[0] as number;
  const b1 = b[1] as number;
  const b2 = b[2] as number;
  const b3 = b[3] as number;
  const b4 = b[4] as number;
  const b5 = b[5] as number;
  const b6 = b[6] as number;
  const b7 = b[7] as number;
  const b8 = b[8] as number;
  const b9 = b[9] as number;
  out[0] = a0 * b0;
  out[1] = a1 * b0 + a2 * b1;
  out[2] = a2 * b2;
  out[3] = a3 * b0 + a4 * b1 + a5 * b3;
  out[4] = a4 * b2 + a5 * b4;
  out[5] = a5 * b5;
  out[6] = a6 * b0 + a7 * b1 + a8 * b3 + a9 * b6;
  out[7] = a7 * b2 + a8 * b4 + a9 * b7;
  out[8] = a8 * b5 + a9 * b8;
  out[9] = a9 * b9;
}
