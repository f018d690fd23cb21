import type { InputIssue } from "@fibril/kernel";
import { checkSession, type DeviceLabel, type Finding, isOnDepthScale, type Person } from "@fibril/protocol";
import { isBlank } from "./gap.ts";
import type { PlannedDepth } from "./planned-depth.ts";

export interface PlanContext {
  readonly person: Person;
  /** Labels of the devices that the sessions to come are booked with; empty where none is known. */
  readonly devices: readonly DeviceLabel[];
}

/** What the protocol says of each planned zone, with every device of the course; unknown devices set no limit here. */
export function checkDepthPlan(plan: readonly PlannedDepth[], { person, devices }: PlanContext): readonly Finding[] {
  const zones = plan.map(({ zone, depthMm, passes }) => ({ zone, depthMm, passes, endPoint: null }));
  const nothingElse = {
    cartridgeUsedBefore: null,
    anaesthetics: [],
    anaestheticAnswers: {},
    topicals: [],
    combinations: [],
  };
  const each = devices.length === 0 ? [null] : devices;
  const found = each
    .flatMap((device) => checkSession({ person, device, zones, ...nothingElse }))
    .filter(({ zone }) => zone !== null);
  return found.filter((finding, index) => found.findIndex((other) => isSame(other, finding)) === index);
}

function isSame(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.path === other.path && one.message === other.message;
}

/**
 * Why a plan can't be kept: a zone twice, a depth off the 0.05 mm scale, a depth that is blocked, or one that needs a
 * reason and has none.
 */
export function refuseDepthPlan(plan: readonly PlannedDepth[], context: PlanContext): readonly InputIssue[] {
  const shape = plan.flatMap(({ zone, depthMm }, index): readonly InputIssue[] => [
    ...(plan.findIndex((other) => other.zone === zone) < index
      ? [{ path: `zones.${index}.zone`, message: "stands twice in the plan" }]
      : []),
    ...(isOnDepthScale(depthMm) ? [] : [{ path: `zones.${index}.depthMm`, message: "is set in steps of 0.05 mm" }]),
  ]);
  if (shape.length > 0) return shape;
  return checkDepthPlan(plan, context).flatMap(({ severity, zone, message }): readonly InputIssue[] => {
    const index = plan.findIndex((planned) => planned.zone === zone);
    if (severity === "block") return [{ path: `zones.${index}.depthMm`, message }];
    const needsReason = severity === "reason-required" && isBlank(plan[index]?.reason);
    return needsReason ? [{ path: `zones.${index}.reason`, message }] : [];
  });
}
