import type { ZoneId } from "@fibril/protocol";
import type { PlannedDepth } from "./planned-depth.ts";
import { dropReasons } from "./reasons.ts";
import type { SessionRecord, ZoneRecord } from "./session-record.ts";

export type ZoneValues = Partial<Omit<ZoneRecord, "zone" | "state">>;

const blank: Omit<ZoneRecord, "zone"> = {
  place: "",
  state: "confirmed",
  depthMm: null,
  passes: null,
  endPoint: null,
  bleeding: null,
  directions: [],
  speed: null,
  cartridgeUnit: null,
};

/**
 * Sets the given values in several zones at once and adds the zones that are new; what is not given stays. A new depth
 * or end point needs its reason anew.
 */
export function applyToZones(record: SessionRecord, zones: readonly ZoneId[], values: ZoneValues): SessionRecord {
  const wanted = new Set(zones);
  const kept = record.zones.map((zone) => (wanted.has(zone.zone) ? { ...zone, ...values } : zone));
  const known = new Set(record.zones.map(({ zone }) => zone));
  const added = [...wanted].filter((zone) => !known.has(zone)).map((zone) => ({ ...blank, ...values, zone }));
  const changed = { ...record, zones: [...kept, ...added] };
  const isLimited = values.depthMm !== undefined || values.endPoint !== undefined;
  return isLimited ? dropReasons(changed, (key) => isOfZone(key, zones)) : changed;
}

export function removeZones(record: SessionRecord, zones: readonly ZoneId[]): SessionRecord {
  const left = { ...record, zones: record.zones.filter(({ zone }) => !zones.includes(zone)) };
  return dropReasons(left, (key) => isOfZone(key, zones));
}

function isOfZone(key: string, zones: readonly ZoneId[]): boolean {
  return zones.some((zone) => key.endsWith(`@${zone}`));
}

/**
 * Offers last time's place, depth, passes, directions and speed for zones that are still empty. They stand as proposed until
 * someone confirms them. End point, bleeding and cartridge are what happened, so they are never carried over.
 */
export function proposeFromLast(record: SessionRecord, last: SessionRecord): SessionRecord {
  const known = new Set(record.zones.map(({ zone }) => zone));
  const proposed = last.zones
    .filter(({ zone, state }) => state === "confirmed" && !known.has(zone))
    .map(({ zone, place, depthMm, passes, directions, speed }) => ({
      ...blank,
      zone,
      place,
      state: "proposed" as const,
      depthMm,
      passes,
      directions,
      speed,
    }));
  return { ...record, zones: [...record.zones, ...proposed] };
}

/**
 * Offers the plan's depth and passes for zones that are still empty, as proposed. What was planned is not what was done,
 * and a reason that the plan gave is no reason of today's.
 */
export function proposeFromPlan(record: SessionRecord, plan: readonly PlannedDepth[]): SessionRecord {
  const known = new Set(record.zones.map(({ zone }) => zone));
  const proposed = plan
    .filter(({ zone }) => !known.has(zone))
    .map(({ zone, depthMm, passes }) => ({ ...blank, zone, state: "proposed" as const, depthMm, passes }));
  return { ...record, zones: [...record.zones, ...proposed] };
}

/** Takes proposed values over as this session's own. */
export function confirmZones(record: SessionRecord, zones: readonly ZoneId[]): SessionRecord {
  return {
    ...record,
    zones: record.zones.map((zone) => (zones.includes(zone.zone) ? { ...zone, state: "confirmed" } : zone)),
  };
}
