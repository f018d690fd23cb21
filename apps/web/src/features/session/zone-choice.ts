import { type DeviceLabel, depthScaleOf, expectedEndPoints, type ZoneId, zones } from "@fibril/protocol";
import type { PlannedDepth, SessionRecord, ZoneRecord, ZoneValues } from "@fibril/session";
import type { DepthMarks } from "../../ui/depth-steps.ts";
import type { ZoneMark } from "../../ui/face-map-zone.tsx";

type Label = Pick<DeviceLabel, "maxDepthMm"> | null;

/** One scale for several zones: the strictest of each mark, so that none of them goes over its own. */
export function marksOf(chosen: readonly ZoneId[], label: Label): DepthMarks {
  const scales = chosen.map((zone) => depthScaleOf(zone, label));
  const strictest = (values: readonly number[]) => Math.min(...values);
  return {
    defaultMm: strictest(scales.map(({ defaultMm }) => defaultMm)),
    thresholdMm: strictest(scales.map(({ reasonAboveMm }) => reasonAboveMm)),
    limitMm: strictest(scales.map(({ blockAboveMm }) => blockAboveMm ?? 0)),
  };
}

export function usualDepthMm(zone: ZoneId, label: Label): number {
  return depthScaleOf(zone, label).defaultMm;
}

/** What the chosen zones have in common: `undefined` where they differ, so that a difference never looks like a value. */
export function inCommon<Key extends keyof ZoneRecord>(
  record: Pick<SessionRecord, "zones">,
  chosen: readonly ZoneId[],
  key: Key,
): ZoneRecord[Key] | null | undefined {
  const byZone = new Map(record.zones.map((zone) => [zone.zone, zone]));
  const values = chosen.map((zone) => byZone.get(zone)?.[key] ?? null);
  const [first = null] = values;
  return values.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? first : undefined;
}

/** A new zone takes the cartridge where only one was opened: there is nothing to choose. */
export function withOnlyCartridge(record: SessionRecord, chosen: readonly ZoneId[], values: ZoneValues): ZoneValues {
  const [only, ...others] = record.cartridges;
  if (!only || others.length > 0 || values.cartridgeUnit !== undefined) return values;
  const isUnset = chosen.every((zone) => !record.zones.find((done) => done.zone === zone)?.cartridgeUnit);
  return isUnset ? { ...values, cartridgeUnit: only.unit } : values;
}

/** The zones as the face map draws them. */
export function zoneMarks(record: Pick<SessionRecord, "zones">): Readonly<Partial<Record<ZoneId, ZoneMark>>> {
  return Object.fromEntries(
    record.zones.map(({ zone, state, depthMm, passes }): [ZoneId, ZoneMark] => [
      zone,
      {
        state: state === "proposed" ? "proposed" : "done",
        ...(depthMm === null ? {} : { value: depthMm.toFixed(2), valueText: spoken(depthMm, passes) }),
      },
    ]),
  );
}

/** A plan is nobody's record: its zones are drawn as proposed. */
export function planMarks(plan: readonly PlannedDepth[]): Readonly<Partial<Record<ZoneId, ZoneMark>>> {
  return Object.fromEntries(
    plan.map(({ zone, depthMm, passes }): [ZoneId, ZoneMark] => [
      zone,
      { state: "proposed", value: depthMm.toFixed(2), valueText: spoken(depthMm, passes) },
    ]),
  );
}

function spoken(depthMm: number, passes: number | null): string {
  return passes === null ? `${depthMm.toFixed(2)} mm` : `${depthMm.toFixed(2)} mm, ${passes} passes`;
}

/** The end points that fit the common depth; none where the depths differ or are not set. */
export function expectedAt(depthMm: number | null | undefined) {
  return depthMm === null || depthMm === undefined ? [] : expectedEndPoints(depthMm);
}

export function zoneNames(chosen: readonly ZoneId[]): string {
  return chosen.map((zone) => zones[zone].label).join(", ");
}
