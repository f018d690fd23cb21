export { type Amendment, type AmendmentProblem, amend, currentRecord, type SignedSession } from "./amend.ts";
export {
  addCartridge,
  type CartridgeContext,
  type CartridgeProblem,
  cartridgeProblem,
  type UsedUnit,
} from "./cartridges.ts";
export { changeSession, type SessionChange } from "./change-session.ts";
export { type ComparedZone, compareWithLast, compareWithPlan, type ZoneDifference } from "./compare-zones.ts";
export { checkDepthPlan, type PlanContext, refuseDepthPlan } from "./depth-plan.ts";
export { isExpired } from "./expiry.ts";
export type { Gap, SigningContext } from "./gap.ts";
export { type PlanDeviation, planDeviations } from "./gaps-of-plan.ts";
export { changedByBoth, mergeRecords, type TwoHands } from "./merge-records.ts";
export type { PlannedDepth } from "./planned-depth.ts";
export {
  type AnaestheticStep,
  type Cartridge,
  type Cream,
  emptyRecord,
  type PreparationStep,
  preparationStepIds,
  preparationSteps,
  type SessionRecord,
  type StopReason,
  stopOf,
  stopReasons,
  type TopicalRecord,
  type ZoneRecord,
} from "./session-record.ts";
export { isLockable, missingBeforeSigning } from "./signing.ts";
export { healingFacts, minutesOn, treatmentOf } from "./what-was-done.ts";
export {
  applyToZones,
  confirmZones,
  proposeFromLast,
  proposeFromPlan,
  removeZones,
  type ZoneValues,
} from "./zone-operations.ts";
