export {
  type AnaestheticContraindication,
  type AnaestheticProduct,
  type AnaestheticProductId,
  type AnaestheticQuestion,
  type AnaestheticUse,
  anaestheticContraindications,
  anaestheticLimits,
  anaestheticProductIds,
  anaestheticProducts,
  anaestheticQuestions,
} from "./anaesthetics.ts";
export { type Antiseptic, type AntisepticId, antisepticIds, antiseptics } from "./antiseptics.ts";
export { checkSession } from "./check-session.ts";
export { checkSessionDocument, type SessionCheck } from "./check-session-document.ts";
export { type Combination, type CombinationId, combinationIds, combinations } from "./combinations.ts";
export { type ConcernProtocol, type ConcernWithProtocol, concernProtocols } from "./concern-protocols.ts";
export { type DepthScale, depthScaleOf } from "./depth-scale.ts";
export {
  blockAboveMm,
  depthStepMm,
  depthsOf,
  faceReasonAboveMm,
  isDeeper,
  isOnDepthScale,
  thresholdMm,
  type ZoneDepths,
} from "./depths.ts";
export { type DeviceLabel, fictitiousDevices } from "./device.ts";
export { findingKey } from "./finding.ts";
export { type Limit, type LimitId, limitOf, limits } from "./limits.ts";
export { parseTreatment } from "./parse-treatment.ts";
export { type Fitzpatrick, fitzpatricks, type Person } from "./person.ts";
export { protocolStatements } from "./statements.ts";
export {
  type BleedingGrade,
  bleedingGrades,
  type Direction,
  directions,
  type EndPoint,
  endPoints,
  expectedEndPoints,
  techniqueFacts,
} from "./technique.ts";
export { type Layer, type Thickness, type ThicknessZone, thickness, thinnerMeanTotalMm } from "./thickness.ts";
export {
  openChannelHours,
  type TopicalId,
  type TopicalRule,
  type TopicalUse,
  topicalIds,
  topicals,
} from "./topicals.ts";
export {
  type Answer,
  answers,
  type Finding,
  type Severity,
  severities,
  type Treatment,
  type ZoneTreatment,
} from "./treatment.ts";
export { isZoneId, type Region, regions, type Zone, type ZoneId, zoneIds, zones } from "./zones.ts";
