import {
  adultAgeYears,
  ageFactor,
  type BandRequest,
  injuriesOn,
  injuryFraction,
  millimetres,
  modelVersion,
  outputDays,
  type PopulationBand,
  perCm2,
  phasesOf,
  populationSetting,
  publishedEnsemble,
  publishedParameters,
  years,
} from "@fibril/collagen";
import { bandsOfMasses, ensembleMasses } from "./ensemble-masses.ts";

const solidDays = 180;

/** `populationBand` of the model, telling how far it is; null below 18 and where no session is planned. */
export function timelineBand(
  { sessionDays, ageYears, ...span }: BandRequest,
  onShare: (share: number) => void,
): PopulationBand | null {
  const last = sessionDays.at(-1);
  if (last === undefined || !(ageYears >= adultAgeYears)) return null;
  const days = outputDays(span);
  const setting = populationSetting;
  const phi = injuryFraction(millimetres(setting.needleLengthMm), perCm2(setting.channelsPerCm2));
  const course = { ageFactor: ageFactor(years(setting.ageYears)), injuries: injuriesOn(sessionDays, phi) };
  return {
    modelVersion,
    ensembleSha256: publishedEnsemble.ensembleSha256,
    label: "population, not a prognosis",
    days,
    bands: bandsOfMasses(ensembleMasses({ ...course, days }, onShare), 1),
    phases: phasesOf({ ...course, parameters: publishedParameters }, span.horizonDays),
    lastSolidDay: last + solidDays,
  };
}
