/** A lower triangular 4 x 4 matrix by rows: 00, 10, 11, 20, 21, 22, 30, 31, 32, 33. */
type Triangle = ArrayLike<number>;

/** With entries of a quarter at most, what is left out is below 1e-18 of each entry. */
const terms = 18;
const diagonal = [0, 2, 5, 9];

/**
 * Carries a vector by exp(matrix x time), for a matrix without negative entries off its diagonal.
 *
 * The diagonal is shifted to be positive first, so that no term is ever subtracted and each entry keeps its relative
 * accuracy, equal rates or not. The exponentials of a short pace, of twice, of four times as long … are worked out once;
 * a time is carried by those of its binary digits, and by a series over what is left.
 */
export class TriangularFlow {
  private readonly shift: number;
  private readonly shifted: Float64Array;
  /** A power of two, so that a time is split without rounding. */
  private readonly pace: number;
  /** The exponentials of the pace times 1, 2, 4 … */
  private readonly doublings: Float64Array[] = [];
  private readonly term = new Float64Array(4);

  constructor(matrix: Triangle) {
    this.shifted = Float64Array.from(matrix);
    const rates = diagonal.map((place) => -(matrix[place] ?? 0));
    this.shift = Math.max(0, ...rates);
    for (const place of diagonal) this.shifted[place] = (matrix[place] ?? 0) + this.shift;
    const largest = Math.max(this.shift, ...this.shifted);
    this.pace = 2 ** -Math.ceil(Math.log2(Math.max(4 * largest, 2 ** -40)));
  }

  /** Moves `state` on by so many units of time. */
  carry(time: number, state: Float64Array): void {
    let paces = Math.floor(time / this.pace);
    const rest = time - paces * this.pace;
    for (let level = 0; paces > 0; level += 1) {
      if (paces % 2 === 1) apply(this.doubling(level), state);
      paces = Math.floor(paces / 2);
    }
    if (rest > 0) this.expand(rest, state);
  }

  /** A short time, by the exponential's series applied to the state. */
  private expand(time: number, state: Float64Array): void {
    const { shifted, term } = this;
    const factor = Math.exp(-this.shift * time);
    for (let place = 0; place < 4; place += 1) {
      const value = factor * (state[place] as number);
      term[place] = value;
      state[place] = value;
    }
    for (let order = 1; order <= terms; order += 1) {
      apply(shifted, term);
      const scale = time / order;
      for (let place = 0; place < 4; place += 1) {
        const value = scale * (term[place] as number);
        term[place] = value;
        state[place] = (state[place] as number) + value;
      }
    }
  }

  private doubling(level: number): Float64Array {
    const known = this.doublings[level];
    if (known) return known;
    const made = level === 0 ? this.onePace() : squared(this.doubling(level - 1));
    this.doublings[level] = made;
    return made;
  }

  private onePace(): Float64Array {
    const out = new Float64Array(10);
    const column = new Float64Array(4);
    for (let from = 0; from < 4; from += 1) {
      column.fill(0);
      column[from] = 1;
      this.expand(this.pace, column);
      for (let to = from; to < 4; to += 1) out[(to * (to + 1)) / 2 + from] = column[to] as number;
    }
    return out;
  }
}

/** vector = matrix x vector */
function apply(matrix: Float64Array, vector: Float64Array): void {
  const v0 = vector[0] as number;
  const v1 = vector[1] as number;
  const v2 = vector[2] as number;
  const v3 = vector[3] as number;
  vector[0] = (matrix[0] as number) * v0;
  vector[1] = (matrix[1] as number) * v0 + (matrix[2] as number) * v1;
  vector[2] = (matrix[3] as number) * v0 + (matrix[4] as number) * v1 + (matrix[5] as number) * v2;
  vector[3] =
    (matrix[6] as number) * v0 + (matrix[7] as number) * v1 + (matrix[8] as number) * v2 + (matrix[9] as number) * v3;
}

function squared(a: Float64Array): Float64Array {
  const at = (place: number) => a[place] as number;
  return Float64Array.of(
    at(0) * at(0),
    at(1) * at(0) + at(2) * at(1),
    at(2) * at(2),
    at(3) * at(0) + at(4) * at(1) + at(5) * at(3),
    at(4) * at(2) + at(5) * at(4),
    at(5) * at(5),
    at(6) * at(0) + at(7) * at(1) + at(8) * at(3) + at(9) * at(6),
    at(7) * at(2) + at(8) * at(4) + at(9) * at(7),
    at(8) * at(5) + at(9) * at(8),
    at(9) * at(9),
  );
}
