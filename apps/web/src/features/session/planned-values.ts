import type { DepthPlanView, PlannedZone } from "@fibril/contract";
import type { ZoneId } from "@fibril/protocol";
import { usualDepthMm } from "./zone-choice.ts";

type Device = DepthPlanView["devices"][number];

/** The device whose limit holds: the shallowest of those booked; null where none is known. */
export function shallowest(devices: readonly Device[]): Device | null {
  const [first = null, ...others] = devices;
  const limitOf = ({ maxDepthMm }: Device) => maxDepthMm ?? Number.POSITIVE_INFINITY;
  return others.reduce((least, device) => (least && limitOf(least) <= limitOf(device) ? least : device), first);
}

/** Sets values in several zones; a zone that is new begins with its usual depth. A new depth needs its reason anew. */
export function withPlanned(
  zones: readonly PlannedZone[],
  chosen: readonly ZoneId[],
  { values, limit }: { readonly values: Partial<PlannedZone>; readonly limit: Device | null },
): readonly PlannedZone[] {
  const fresh = values.depthMm === undefined ? {} : { reason: "" };
  const kept = zones.map((zone) => (chosen.includes(zone.zone) ? { ...zone, ...fresh, ...values } : zone));
  const added = chosen
    .filter((zone) => !zones.some((planned) => planned.zone === zone))
    .map((zone) => ({ zone, depthMm: usualDepthMm(zone, limit), passes: null, reason: "", ...values }));
  return [...kept, ...added];
}

/** What the chosen zones have in common: null where none is planned, undefined where they differ. */
export function inCommonOf<Key extends "depthMm" | "passes" | "reason">(
  chosen: readonly ZoneId[],
  planned: readonly PlannedZone[],
  key: Key,
): PlannedZone[Key] | null | undefined {
  const values = chosen.map((zone) => planned.find((one) => one.zone === zone)?.[key] ?? null);
  const [first = null] = values;
  return values.every((value) => value === first) ? first : undefined;
}
