import { type CalibrationId, calibrationData, calibrationIds } from "./calibration-data.ts";
import { type FreeParameters, freeParameterNames, type Parameters, withFixed } from "./parameters.ts";
import { predictionsOf } from "./predictions.ts";
import { type LogNormalPrior, priors } from "./priors.ts";

type Observations = Readonly<Record<CalibrationId, number>>;

const published = Object.fromEntries(calibrationIds.map((id) => [id, calibrationData[id].value])) as Observations;

/**
 * Logarithm of prior times likelihood at the logarithms of the free parameters, but for a constant.
 *
 * @param observed what was seen in each row; the published values where left out.
 */
export function logPosterior(
  point: readonly number[],
  fitted: readonly CalibrationId[],
  {
    observed = published,
    predict = predictionsOf,
  }: { readonly observed?: Observations; readonly predict?: (parameters: Parameters) => Observations } = {},
): number {
  let density = 0;
  for (const [place, name] of freeParameterNames.entries()) {
    const { median, logSd, below }: LogNormalPrior = priors[name];
    const value = point[place] ?? 0;
    if (below !== undefined && value >= Math.log(below)) return Number.NEGATIVE_INFINITY;
    density -= ((value - Math.log(median)) / logSd) ** 2 / 2;
  }
  const predictions = predict(withFixed(freeOf(point)));
  for (const id of fitted) density -= ((predictions[id] - observed[id]) / calibrationData[id].sd) ** 2 / 2;
  return Number.isNaN(density) ? Number.NEGATIVE_INFINITY : density;
}

/** The parameters at a point of their logarithms. */
export function freeOf(point: readonly number[]): FreeParameters {
  return Object.fromEntries(
    freeParameterNames.map((name, place) => [name, Math.exp(point[place] ?? 0)]),
  ) as FreeParameters;
}
