/** A share of a count with its 95 % interval; all null where there is nothing to count, which is not the same as none. */
export interface Proportion {
  readonly part: number;
  readonly whole: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const z = 1.959963984540054;

/** Wilson's score interval (Wilson 1927), which holds for small counts and for none. */
export function proportion(part: number, whole: number): Proportion {
  if (whole === 0) return { part, whole, share: null, low: null, high: null };
  const share = part / whole;
  const scale = 1 + (z * z) / whole;
  const centre = share + (z * z) / (2 * whole);
  const half = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  return {
    part,
    whole,
    share,
    low: part === 0 ? 0 : (centre - half) / scale,
    high: part === whole ? 1 : (centre + half) / scale,
  };
}
