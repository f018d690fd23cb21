/** R's type 7 percentile of ascending values; `share` is 0 to 1. */
export function percentile(ascending: ArrayLike<number>, share: number): number {
  const place = (ascending.length - 1) * share;
  const below = Math.floor(place);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[below + 1] ?? low;
  return low + (place - below) * (high - low);
}

export function ascending(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(variance(values));
}

/** Gelman and Rubin's statistic over split chains: 1 where the chains agree. */
export function rHat(chains: readonly (readonly number[])[]): number {
  const halves = chains.flatMap((chain) => {
    const middle = Math.floor(chain.length / 2);
    return [chain.slice(0, middle), chain.slice(middle, 2 * middle)];
  });
  const length = halves[0]?.length ?? 0;
  const within = mean(halves.map(variance));
  const between = variance(halves.map(mean));
  return Math.sqrt((length - 1) / length + between / within);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
