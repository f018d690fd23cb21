import type { FreeParameterName } from "./parameters.ts";

export interface LogNormalPrior {
  readonly median: number;
  readonly logSd: number;
  /** Values from here on are impossible. */
  readonly below?: number;
}

export const priors = {
  kI: { median: 0.7, logSd: 0.4 },
  dR: { median: 0.25, logSd: 0.4 },
  aF: { median: 4, logSd: 1 },
  K: { median: 0.05, logSd: 1 },
  dF: { median: 0.035, logSd: 0.6 },
  eN: { median: 2.5, logSd: 1 },
  dA: { median: Math.LN2 / 30, logSd: 0.7 },
  dN: { median: Math.LN2 / 40, logSd: 0.6 },
  s: { median: 0.3, logSd: 0.8, below: 0.95 },
  kap: { median: 1, logSd: 0.7 },
  psi: { median: 1.5, logSd: 0.5 },
} as const satisfies Record<FreeParameterName, LogNormalPrior>;
