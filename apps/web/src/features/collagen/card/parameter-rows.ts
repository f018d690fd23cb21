import { type FreeParameterName, fixedParameters, priors, publishedEnsemble } from "@fibril/collagen";

export interface Spread {
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
}

export interface ParameterRow {
  readonly name: FreeParameterName;
  readonly prior: Spread;
  readonly posterior: Spread;
  readonly logSdRatio: number;
  readonly rHat: number;
  /** Above this ratio the data hardly moved it. */
  readonly isAssumed: boolean;
}

/** The standard normal's 95th percentile. */
const z95 = 1.6448536269514722;
export const assumedAbove = 0.9;

/** Each free parameter before and after the data. */
export function parameterRows(): readonly ParameterRow[] {
  return publishedEnsemble.summary.map(({ parameter, median, p5, p95, logSdRatio, rHat }) => ({
    name: parameter,
    prior: priorSpread(parameter),
    posterior: { median, p5, p95 },
    logSdRatio,
    rHat,
    isAssumed: logSdRatio > assumedAbove,
  }));
}

export function fixedRows() {
  return (Object.keys(fixedParameters) as (keyof typeof fixedParameters)[]).map((name) => ({
    name,
    value: fixedParameters[name],
  }));
}

/** Where a prior is cut off (s below 0.95), its percentiles are those of what is left. */
function priorSpread(name: FreeParameterName): Spread {
  const { median, logSd, ...bounds } = priors[name];
  const below = "below" in bounds ? bounds.below : Number.POSITIVE_INFINITY;
  const at = (score: number) => Math.min(median * Math.exp(logSd * score), below);
  return { median, p5: at(-z95), p95: at(z95) };
}

/** Three significant figures, as short as they go. */
export function shortFigure(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** Where a value stands between two others on a logarithmic scale, 0 to 1. */
export function logShare(value: number, low: number, high: number): number {
  const share = Math.log(value / low) / Math.log(high / low);
  return Math.min(1, Math.max(0, share));
}
