export {
  type Comparability,
  type ComparedCondition,
  type ConditionState,
  compareConditions,
  comparedConditions,
  type PhotographConditions,
} from "./comparability.ts";
export { describeChange, type ScaleChange } from "./describe-change.ts";
export type { LicensedScale } from "./licensed-scale.ts";
export { defaultPacks, packFor } from "./packs.ts";
export { type PoseId, poseIds, poses, posesFor } from "./photograph-poses.ts";
export type { Direction, RaterNoise, Scale } from "./scale.ts";
export { isScaleId, type ScaleId, scaleIds, scaleOf, scales } from "./scales.ts";
export {
  checkScore,
  type MelasmaFace,
  type MelasmaRegion,
  masi,
  mmasi,
  msiFormula,
  posasTotal,
  type ScoreProblem,
} from "./scoring.ts";
export { measurementStatements } from "./statements.ts";
