import { blockAboveMm, depthStepMm, depthsOf, faceReasonAboveMm, thresholdMm } from "./depths.ts";
import type { DeviceLabel } from "./device.ts";
import { type ZoneId, zones } from "./zones.ts";

/** What a stepper draws on its scale for one zone and one device, in millimetres. */
export interface DepthScale {
  readonly minMm: number;
  readonly stepMm: number;
  readonly defaultMm: number;
  readonly defaultToMm: number;
  /** Above it a reason is required: the smaller of the zone's threshold and, on the face, 1.5 mm. */
  readonly reasonAboveMm: number;
  /** Above it needling is blocked: the smaller of our safety limit and the device's maximum; null where blocked at all. */
  readonly blockAboveMm: number | null;
  /** True where the device's maximum is unknown, so that the limit drawn may be too high. */
  readonly isDeviceLimitUnknown: boolean;
}

export function depthScaleOf(zone: ZoneId, device: Pick<DeviceLabel, "maxDepthMm"> | null): DepthScale {
  const { region, insideOrbitalRim } = zones[zone];
  const { defaultMm, defaultToMm } = depthsOf(zone);
  const deviceMaxMm = device?.maxDepthMm ?? null;
  const limitMm = Math.min(blockAboveMm(region), deviceMaxMm ?? Number.POSITIVE_INFINITY);
  return {
    minMm: depthStepMm,
    stepMm: depthStepMm,
    defaultMm: Math.min(defaultMm, limitMm),
    defaultToMm: Math.min(defaultToMm, limitMm),
    reasonAboveMm: region === "face" ? Math.min(thresholdMm(zone), faceReasonAboveMm) : thresholdMm(zone),
    blockAboveMm: insideOrbitalRim ? null : limitMm,
    isDeviceLimitUnknown: deviceMaxMm === null,
  };
}
