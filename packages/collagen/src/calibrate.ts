import { type CalibrationId, calibrationData, calibrationIds } from "./calibration-data.ts";
import { sampleMetropolis } from "./metropolis.ts";
import { type FreeParameterName, type FreeParameters, freeParameterNames, withFixed } from "./parameters.ts";
import { freeOf, logPosterior } from "./posterior.ts";
import { predictionsOf } from "./predictions.ts";
import { priors } from "./priors.ts";
import { seededRandom } from "./random.ts";
import { ascending, percentile, rHat, standardDeviation } from "./statistics.ts";

export interface CalibrationRequest {
  readonly seed: number;
  /** The length of each chain. */
  readonly draws: number;
  /** SHA-256 over UTF-8 bytes as hexadecimal text. */
  readonly sha256: (text: string) => string;
  /** Rows left out of the fit. */
  readonly without?: readonly CalibrationId[];
}

export interface ParameterSummary {
  readonly parameter: FreeParameterName;
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
  /** Posterior over prior spread of the logarithm; above 0.9 the parameter is assumed, not learned. */
  readonly logSdRatio: number;
  readonly rHat: number;
}

export interface CalibrationResidual {
  readonly id: CalibrationId;
  readonly observed: number;
  /** The model at the medians. */
  readonly fitted: number;
  /** (observed - fitted) / sd */
  readonly z: number;
}

export interface Calibration {
  readonly ensembleSha256: string;
  readonly seed: number;
  readonly draws: number;
  readonly members: readonly FreeParameters[];
  readonly summary: readonly ParameterSummary[];
  readonly residuals: readonly CalibrationResidual[];
}

export const ensembleSize = 400;
const chainCount = 4;
const droppedShare = 0.4;

/** Fits the model to the calibration data again: four chains, the first 40 % of each dropped, 400 of the rest kept. */
export function calibrate({ seed, draws, sha256, without = [] }: CalibrationRequest): Calibration {
  const fitted = calibrationIds.filter((id) => !without.includes(id));
  const chains = Array.from({ length: chainCount }, (_, chain) =>
    sampleChain({ seed: seed + 7919 * chain, draws, logDensity: (point) => logPosterior(point, fitted) }),
  );
  const pooled = chains.flat();
  const members = Array.from({ length: ensembleSize }, (_, index) =>
    memberOf(pooled[Math.floor(((index + 0.5) * pooled.length) / ensembleSize)] ?? []),
  );
  return {
    ensembleSha256: sha256(JSON.stringify(members)),
    seed,
    draws,
    members,
    summary: freeParameterNames.map((parameter, place) => summarise(parameter, place, members, chains)),
    residuals: residualsOf(mediansOf(members)),
  };
}

/** The published medians: the median of each parameter over the members. */
export function mediansOf(members: readonly FreeParameters[]): FreeParameters {
  const medians = freeParameterNames.map((name) => [name, percentile(ascending(members.map((one) => one[name])), 0.5)]);
  return Object.fromEntries(medians) as FreeParameters;
}

/** One chain of the published sampler, its burn-in dropped; points are the logarithms of the free parameters. */
export function sampleChain({
  seed,
  draws,
  logDensity,
}: {
  readonly seed: number;
  readonly draws: number;
  readonly logDensity: (point: readonly number[]) => number;
}): readonly (readonly number[])[] {
  const random = seededRandom(seed);
  const start = freeParameterNames.map(
    (name) => Math.log(priors[name].median) + 0.3 * priors[name].logSd * random.normal(),
  );
  return sampleMetropolis({
    draws,
    burnIn: Math.floor(draws * droppedShare),
    start,
    scale: freeParameterNames.map((name) => priors[name].logSd / 2),
    logDensity,
    random,
  });
}

/** Six digits are far more than the data can tell apart, and keep the file small. */
function memberOf(point: readonly number[]): FreeParameters {
  const free = freeOf(point);
  return Object.fromEntries(
    freeParameterNames.map((name) => [name, Number(free[name].toPrecision(6))]),
  ) as FreeParameters;
}

function summarise(
  parameter: FreeParameterName,
  place: number,
  members: readonly FreeParameters[],
  chains: readonly (readonly (readonly number[])[])[],
): ParameterSummary {
  const values = ascending(members.map((member) => member[parameter]));
  const logs = chains.map((chain) => chain.map((point) => point[place] ?? 0));
  return {
    parameter,
    median: percentile(values, 0.5),
    p5: percentile(values, 0.05),
    p95: percentile(values, 0.95),
    logSdRatio: standardDeviation(logs.flat()) / priors[parameter].logSd,
    rHat: rHat(logs),
  };
}

function residualsOf(medians: FreeParameters): readonly CalibrationResidual[] {
  const predictions = predictionsOf(withFixed(medians));
  return calibrationIds.map((id) => {
    const { value, sd } = calibrationData[id];
    return { id, observed: value, fitted: predictions[id], z: (value - predictions[id]) / sd };
  });
}
