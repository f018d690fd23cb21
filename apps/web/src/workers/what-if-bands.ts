import {
  adultAgeYears,
  ageFactor,
  injuriesOn,
  injuryFraction,
  millimetres,
  modelVersion,
  outputDays,
  perCm2,
  publishedEnsemble,
  years,
} from "@fibril/collagen";
import type { WhatIfBands, WhatIfRequest } from "./collagen-questions.ts";
import { bandsOfMasses, ensembleMasses } from "./ensemble-masses.ts";

/** Both schedules and their difference, member by member; null below 18. */
export function whatIfBands(request: WhatIfRequest, onShare: (share: number) => void): WhatIfBands | null {
  if (!(request.ageYears >= adultAgeYears)) return null;
  const days = outputDays(request);
  const phi = injuryFraction(millimetres(request.needleLengthMm), perCm2(request.channelsPerCm2));
  const masses = (sessionDays: readonly number[], from: number) =>
    ensembleMasses(
      { days, ageFactor: ageFactor(years(request.ageYears)), injuries: injuriesOn(sessionDays, phi) },
      (share) => onShare(from + share / 2),
    );
  const first = masses(request.first, 0);
  const second = masses(request.second, 0.5);
  const difference = second.map((mass, member) => mass.map((value, day) => value - (first[member]?.[day] ?? 0)));
  return {
    request,
    modelVersion,
    ensembleSha256: publishedEnsemble.ensembleSha256,
    days,
    first: bandsOfMasses(first, 1),
    second: bandsOfMasses(second, 1),
    difference: bandsOfMasses(difference, 0),
  };
}
