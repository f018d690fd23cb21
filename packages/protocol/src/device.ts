import type { Fitzpatrick } from "./person.ts";
import type { Region } from "./zones.ts";

/**
 * What a device's label allows, as the clinic's device register holds it. null is "the label was not read".
 * Source of the fields: special controls for microneedling devices (maximum penetration depth, S144).
 */
export interface DeviceLabel {
  readonly name: string;
  readonly maxDepthMm: number | null;
  readonly minAgeYears: number | null;
  /** Regions on label. */
  readonly sites: readonly Region[] | null;
  readonly fitzpatrick: readonly Fitzpatrick[] | null;
  readonly singleUseCartridge: boolean;
}

/** Made-up devices for demonstrations and tests; no such product exists. */
export const fictitiousDevices = {
  "demo-pen-a": {
    name: "Demo Pen A (fictitious)",
    maxDepthMm: 2.5,
    minAgeYears: 22,
    sites: ["face", "neck", "body"],
    fitzpatrick: [1, 2, 3, 4, 5, 6],
    singleUseCartridge: true,
  },
  "demo-pen-b": {
    name: "Demo Pen B (fictitious)",
    maxDepthMm: 1.5,
    minAgeYears: 22,
    sites: ["face"],
    fitzpatrick: [1, 2, 3, 4],
    singleUseCartridge: true,
  },
} as const satisfies Record<string, DeviceLabel>;
