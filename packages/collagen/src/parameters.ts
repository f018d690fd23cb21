import type { PerDay } from "./units.ts";

/** The model's parameters under the names of its equations; rates are per day, the rest have no unit. */
export const parameterNames = [
  "kD",
  "kI",
  "fIR",
  "dR",
  "wP",
  "dG",
  "aF",
  "K",
  "dF",
  "eN",
  "dA",
  "dN",
  "s",
  "kap",
  "A0",
  "dM",
  "psi",
] as const;
export type ParameterName = (typeof parameterNames)[number];

/** The parameters that are rates, per day. */
export const rateNames = ["kD", "kI", "dR", "dG", "dF", "dA", "dN", "dM"] as const;
type RateName = (typeof rateNames)[number];

/** What the equations are given: rates in their unit, the rest plain numbers. */
export type Parameters = Readonly<Record<RateName, PerDay> & Record<Exclude<ParameterName, RateName>, number>>;

/** The parameters that the calibration moves, in the order of a member of the ensemble. */
export const freeParameterNames = ["kI", "dR", "aF", "K", "dF", "eN", "dA", "dN", "s", "kap", "psi"] as const;
export type FreeParameterName = (typeof freeParameterNames)[number];
export type FreeParameters = Readonly<Record<FreeParameterName, number>>;

/** Never fitted. `dM` is the half-life of 14.8 years of mature collagen (Kruglikov 2013). */
export const fixedParameters = {
  kD: 2,
  fIR: 0.5,
  wP: 0.3,
  dG: 1,
  A0: 0.15,
  dM: Math.LN2 / (14.8 * 365.25),
} as const;

export function withFixed(free: FreeParameters): Parameters {
  return parametersOf({ ...fixedParameters, ...free });
}

/** The same numbers as parameters. @throws RangeError with the name of a rate that is no number above 0 */
export function parametersOf(values: Readonly<Record<ParameterName, number>>): Parameters {
  const wrong = rateNames.find((name) => !(values[name] > 0 && values[name] < Number.POSITIVE_INFINITY));
  if (wrong !== undefined) throw new RangeError(`${wrong}: ${values[wrong]} can't be a rate per day`);
  return values as Parameters;
}

/** The matrix of untreated skin: A + N + M = 1, and nothing changes. */
export function restOf({ A0, dM, dN, s }: Parameters): { readonly N0: number; readonly M0: number } {
  const q = dM / (s * dN);
  return { N0: ((1 - A0) * q) / (1 + q), M0: (1 - A0) / (1 + q) };
}
