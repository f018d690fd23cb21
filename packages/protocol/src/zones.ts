import type { ThicknessZone } from "./thickness.ts";

export const regions = ["face", "neck", "decollete", "hands", "body"] as const;
export type Region = (typeof regions)[number];

/** A named place of the face map. Left and right are the patient's own. */
export interface Zone {
  readonly label: string;
  readonly side: "left" | "right" | "middle";
  readonly region: Region;
  /** The row of the depth table that holds here. */
  readonly depthRow: DepthRow;
  /** Where skin was measured by ultrasound for this zone; null where it was not. */
  readonly measuredAt: ThicknessZone | null;
  /** Never needled: the label excludes the skin inside the bony rim of the eye. */
  readonly insideOrbitalRim: boolean;
}

export type DepthRow =
  | "forehead-temple-nose"
  | "periorbital"
  | "cheek"
  | "perioral"
  | "chin-jaw"
  | "neck"
  | "decollete-hands"
  | "body";

const open = { insideOrbitalRim: false } as const;
const face = { region: "face", ...open } as const;

/** To add a zone, add its row; the order is the order of a face map read from the top. */
export const zones = {
  "forehead-right": zone("Right forehead", "right", "forehead-temple-nose", "forehead"),
  "forehead-left": zone("Left forehead", "left", "forehead-temple-nose", "forehead"),
  glabella: zone("Between the brows", "middle", "forehead-temple-nose", "glabella"),
  "temple-right": zone("Right temple", "right", "forehead-temple-nose", "temple"),
  "temple-left": zone("Left temple", "left", "forehead-temple-nose", "temple"),
  "periorbital-right": zone("Around the right eye, outside the rim", "right", "periorbital", "eyelid"),
  "periorbital-left": zone("Around the left eye, outside the rim", "left", "periorbital", "eyelid"),
  "inside-orbital-rim-right": {
    ...zone("Inside the rim of the right eye", "right", "periorbital", "eyelid"),
    insideOrbitalRim: true,
  },
  "inside-orbital-rim-left": {
    ...zone("Inside the rim of the left eye", "left", "periorbital", "eyelid"),
    insideOrbitalRim: true,
  },
  nose: zone("Nose", "middle", "forehead-temple-nose", "nasal-dorsum"),
  "cheek-right": zone("Right cheek", "right", "cheek", "zygoma"),
  "cheek-left": zone("Left cheek", "left", "cheek", "zygoma"),
  "upper-lip": zone("Upper lip", "middle", "perioral", null),
  "lower-lip": zone("Below the lower lip", "middle", "perioral", null),
  chin: zone("Chin", "middle", "chin-jaw", "submandibular"),
  "jawline-right": zone("Right jawline", "right", "chin-jaw", "submandibular"),
  "jawline-left": zone("Left jawline", "left", "chin-jaw", "submandibular"),
  neck: { label: "Neck", side: "middle", region: "neck", depthRow: "neck", measuredAt: "neck", ...open },
  decollete: {
    label: "Décolleté",
    side: "middle",
    region: "decollete",
    depthRow: "decollete-hands",
    measuredAt: null,
    ...open,
  },
  "hand-right": {
    label: "Back of the right hand",
    side: "right",
    region: "hands",
    depthRow: "decollete-hands",
    measuredAt: null,
    ...open,
  },
  "hand-left": {
    label: "Back of the left hand",
    side: "left",
    region: "hands",
    depthRow: "decollete-hands",
    measuredAt: null,
    ...open,
  },
  body: { label: "Body", side: "middle", region: "body", depthRow: "body", measuredAt: null, ...open },
} as const satisfies Record<string, Zone>;

export type ZoneId = keyof typeof zones;
export const zoneIds = Object.keys(zones) as readonly ZoneId[];

export function isZoneId(text: string): text is ZoneId {
  return Object.hasOwn(zones, text);
}

function zone(label: string, side: Zone["side"], depthRow: DepthRow, measuredAt: ThicknessZone | null): Zone {
  return { label, side, depthRow, measuredAt, ...face };
}
