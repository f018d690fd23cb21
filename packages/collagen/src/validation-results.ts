import type { CalibrationId } from "./calibration-data.ts";
import type { HoldOutScore } from "./hold-out.ts";
import holdOut from "./hold-out-scores.json" with { type: "json" };
import leftOut from "./leave-one-study-out.json" with { type: "json" };
import type { FreeParameterName } from "./parameters.ts";
import ranks from "./simulation-based-calibration.json" with { type: "json" };

/** What the published ensemble says to the kept-out studies; written by slow/hold-out-scores.mjs. */
export const holdOutScores = holdOut as unknown as {
  readonly ensembleSha256: string;
  readonly dataTableVersion: string;
  readonly scores: readonly HoldOutScore[];
};

/** What the model says to each study when it is fitted without it; written by slow/leave-one-study-out.mjs. */
export const leaveOneStudyOut = leftOut as {
  readonly ensembleSha256: string;
  readonly calibrationDataVersion: string;
  readonly seed: number;
  /** The length of each chain. */
  readonly draws: number;
  readonly studies: readonly {
    readonly study: string;
    readonly without: readonly CalibrationId[];
    readonly worstRHat: number;
    readonly rows: readonly {
      readonly id: CalibrationId;
      readonly observed: number;
      readonly p5: number;
      readonly p50: number;
      readonly p95: number;
      /** (observed - mean prediction) over both spreads, the row's and the prediction's. */
      readonly z: number;
    }[];
  }[];
};

/** Ranks of true parameters among the sampler's draws on simulated data; slow/simulation-based-calibration.mjs. */
export const simulationBasedCalibration = ranks as {
  readonly calibrationDataVersion: string;
  readonly seed: number;
  readonly sets: number;
  readonly draws: number;
  readonly thinned: number;
  readonly degreesOfFreedom: number;
  readonly parameters: readonly {
    readonly parameter: FreeParameterName;
    /** How often the rank fell into each tenth; even where the sampler is right. */
    readonly counts: readonly number[];
    readonly chiSquare: number;
  }[];
};
