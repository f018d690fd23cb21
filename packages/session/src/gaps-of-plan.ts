import { isDeeper, type ZoneId, zones } from "@fibril/protocol";
import { type FindGaps, isBlank } from "./gap.ts";
import type { PlannedDepth } from "./planned-depth.ts";
import type { SessionRecord, ZoneRecord } from "./session-record.ts";

/** A zone that was needled deeper than planned, or without being planned; its reason is kept under `key`. */
export interface PlanDeviation {
  readonly key: string;
  readonly zone: ZoneId;
  readonly words: string;
}

/**
 * Going deeper than planned, or where nothing was planned, needs its reason in writing. Gentler than planned, or less of
 * it, needs none: what was seen on the day goes first. Practice, without a published source.
 */
export function planDeviations(
  record: Pick<SessionRecord, "zones">,
  plan: readonly PlannedDepth[] | null,
): readonly PlanDeviation[] {
  return plan === null ? [] : record.zones.flatMap((done) => deviation(done, plan));
}

function deviation({ zone, depthMm, state }: ZoneRecord, plan: readonly PlannedDepth[]): readonly PlanDeviation[] {
  if (depthMm === null || state === "proposed") return [];
  const planned = plan.find((candidate) => candidate.zone === zone);
  const { label } = zones[zone];
  if (planned === undefined) {
    return [{ key: `plan.unplanned@${zone}`, zone, words: `${label} is not in the plan. Say why.` }];
  }
  if (!isDeeper(depthMm, planned.depthMm)) return [];
  const words = `${label}: ${depthMm.toFixed(2)} mm is deeper than the ${planned.depthMm.toFixed(2)} mm planned. Say why.`;
  return [{ key: `plan.deeper@${zone}`, zone, words }];
}

export const deviations: FindGaps = (record, { plan }) =>
  planDeviations(record, plan)
    .filter(({ key }) => isBlank(record.reasons[key]))
    .map(({ key, zone, words }) => {
      const path = `zones.${record.zones.findIndex((done) => done.zone === zone)}`;
      return { code: "reason", kind: "missing", path, words, finding: key };
    });
