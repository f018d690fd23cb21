import { type Bands, bandsOf, ensembleMasses } from "./bands.ts";
import { ageFactor, injuriesOn, injuryFraction } from "./injury.ts";
import { type Phases, phasesOf } from "./phases.ts";
import { modelVersion, publishedEnsemble, publishedParameters } from "./published.ts";
import { outputDays } from "./simulate.ts";
import { percentile } from "./statistics.ts";
import { millimetres, perCm2, years } from "./units.ts";

/** The only age, depth and density of the clinic's timeline, so that its curve can't be taken for a patient's own. */
export const populationSetting = { ageYears: 45, needleLengthMm: 1.5, channelsPerCm2: 250 } as const;

export const adultAgeYears = 18;
const solidDays = 180;

export interface BandRequest {
  /** Ascending; the only thing that is the patient's own. */
  readonly sessionDays: readonly number[];
  readonly horizonDays: number;
  readonly everyDays: number;
  /** The patient's age, only to refuse a band below 18. */
  readonly ageYears: number;
}

export interface PopulationBand {
  readonly modelVersion: string;
  readonly ensembleSha256: string;
  readonly label: "population, not a prognosis";
  readonly days: readonly number[];
  readonly bands: Bands;
  readonly phases: Phases;
  /** Drawn solid until here and dashed after: the evidence ends. */
  readonly lastSolidDay: number;
}

/** The band of the clinic's timeline; null below 18 and where no session is planned. */
export function populationBand({ sessionDays, ageYears, ...span }: BandRequest): PopulationBand | null {
  const last = sessionDays.at(-1);
  if (last === undefined || !(ageYears >= adultAgeYears)) return null;
  const days = outputDays(span);
  const course = courseOf(sessionDays);
  return {
    modelVersion,
    ensembleSha256: publishedEnsemble.ensembleSha256,
    label: "population, not a prognosis",
    days,
    bands: bandsOf(course, days),
    phases: phasesOf({ ...course, parameters: publishedParameters }, span.horizonDays),
    lastSolidDay: last + solidDays,
  };
}

export interface ScheduleDifference {
  /** Second schedule minus first in mass on one day, member by member. */
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** p95 - p5 of the first schedule's mass on that day: how wide the uncertainty is. */
  readonly bandWidth: number;
  readonly verdict: "can't be told apart" | "differs in the model";
}

/** Compares two schedules on one day. Told apart only where the middle difference is at least the band's own width. */
export function compareSchedules(request: {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly day: number;
}): ScheduleDifference {
  const first = ensembleMasses(courseOf(request.first), [request.day]).map((mass) => mass[0] ?? 0);
  const second = ensembleMasses(courseOf(request.second), [request.day]).map((mass) => mass[0] ?? 0);
  const differences = second.map((mass, member) => mass - (first[member] ?? 0)).sort((a, b) => a - b);
  const masses = [...first].sort((a, b) => a - b);
  const bandWidth = percentile(masses, 0.95) - percentile(masses, 0.05);
  const p50 = percentile(differences, 0.5);
  return {
    p5: percentile(differences, 0.05),
    p50,
    p95: percentile(differences, 0.95),
    bandWidth,
    verdict: Math.abs(p50) < bandWidth || bandWidth === 0 ? "can't be told apart" : "differs in the model",
  };
}

function courseOf(sessionDays: readonly number[]) {
  const { ageYears, needleLengthMm, channelsPerCm2 } = populationSetting;
  const phi = injuryFraction(millimetres(needleLengthMm), perCm2(channelsPerCm2));
  return { ageFactor: ageFactor(years(ageYears)), injuries: injuriesOn(sessionDays, phi) };
}
