import { type Calibration, mediansOf } from "./calibrate.ts";
import { type Parameters, withFixed } from "./parameters.ts";
import { publishedEnsembleFile } from "./published-ensemble.ts";

/** Changes with the equations, the fixed parameters, the data or the ensemble. */
export const modelVersion = "1.0.0";

/** What `fibril collagen calibrate` wrote with the published seed and draws. */
export const publishedEnsemble: Calibration = JSON.parse(publishedEnsembleFile);

export const publishedParameters: Parameters = withFixed(mediansOf(publishedEnsemble.members));

/** The members of the published ensemble with the fixed parameters. */
export const publishedMembers: readonly Parameters[] = publishedEnsemble.members.map(withFixed);
