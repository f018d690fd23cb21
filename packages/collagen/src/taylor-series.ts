/** The highest power of time in a step's series; even. */
export const order = 16;

/** F, A, N and M over one step: four coefficients for each power of the days since its start, the first are the state. */
export type Series = Float64Array;

export const seriesLength = 4 * (order + 1);

/** Writes F, A, N and M so many days after the start of their step into `out`; even powers beside odd ones. */
export function evaluate(series: Series, days: number, out: Float64Array): void {
  const square = days * days;
  let place = 4 * order;
  let f = series[place] as number;
  let a = series[place + 1] as number;
  let n = series[place + 2] as number;
  let m = series[place + 3] as number;
  let oddF = 0;
  let oddA = 0;
  let oddN = 0;
  let oddM = 0;
  while (place > 0) {
    place -= 8;
    oddF = oddF * square + (series[place + 4] as number);
    oddA = oddA * square + (series[place + 5] as number);
    oddN = oddN * square + (series[place + 6] as number);
    oddM = oddM * square + (series[place + 7] as number);
    f = f * square + (series[place] as number);
    a = a * square + (series[place + 1] as number);
    n = n * square + (series[place + 2] as number);
    m = m * square + (series[place + 3] as number);
  }
  out[0] = f + oddF * days;
  out[1] = a + oddA * days;
  out[2] = n + oddN * days;
  out[3] = m + oddM * days;
}
