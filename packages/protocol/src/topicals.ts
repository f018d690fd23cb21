import { type Cited, constants } from "@fibril/evidence";
import { isDeeper } from "./depths.ts";

export interface TopicalRule extends Cited {
  readonly label: string;
  /** While channels are open: `allowed` only where it is sterile; `prescriber` needs a named prescriber. */
  readonly whileOpen: "allowed" | "prescriber" | "banned";
  readonly why: string;
}

const granuloma = "Lasting lumps (granulomas) followed products that were not made for open channels.";

/** What may touch needled skin while its channels count as open. A product not listed is `other`, and banned. */
export const topicals = {
  "device-hydrogel": {
    label: "Hydrogel supplied with the device",
    whileOpen: "allowed",
    why: "Used in the device's own study.",
    sources: ["S45"],
  },
  "sterile-saline": {
    label: "Sterile saline",
    whileOpen: "allowed",
    why: "Sterile, nothing to react to.",
    sources: ["practice-unsourced"],
  },
  "sterile-hyaluronic-acid": {
    label: "Sterile hyaluronic acid",
    whileOpen: "allowed",
    why: "Only where the pack says sterile.",
    sources: ["practice-unsourced"],
  },
  "platelet-rich-plasma": {
    label: "Platelet-rich plasma, the patient's own",
    whileOpen: "prescriber",
    why: "Blood-borne controls; an HIV cluster followed its careless use.",
    sources: ["S3", "S85"],
  },
  "sterile-tranexamic-acid": {
    label: "Tranexamic acid, sterile",
    whileOpen: "prescriber",
    why: "A medicine: a prescriber decides. Relapse is usual.",
    sources: ["S37"],
  },
  "vitamin-c": { label: "Vitamin C", whileOpen: "banned", why: granuloma, sources: ["S4", "S77", "S78"] },
  retinoid: { label: "Retinol or tretinoin", whileOpen: "banned", why: "Irritates open skin.", sources: ["S4", "S14"] },
  acid: { label: "Acid (AHA, BHA)", whileOpen: "banned", why: "Irritates open skin.", sources: ["S4", "S14"] },
  fragrance: { label: "Product with fragrance", whileOpen: "banned", why: granuloma, sources: ["S4", "S14"] },
  "tinted-sunscreen": { label: "Tinted sunscreen", whileOpen: "banned", why: granuloma, sources: ["S78"] },
  "essential-oil": { label: "Essential oil", whileOpen: "banned", why: granuloma, sources: ["S4", "S14"] },
  "non-sterile-cosmetic": {
    label: "Cosmetic that is not sterile",
    whileOpen: "banned",
    why: granuloma,
    sources: ["S4", "S14", "S32"],
  },
  other: { label: "Another product", whileOpen: "banned", why: granuloma, sources: ["S4", "S14"] },
} as const satisfies Record<string, TopicalRule>;

export type TopicalId = keyof typeof topicals;
export const topicalIds = Object.keys(topicals) as readonly TopicalId[];

/** A product on the skin. Hours count from the end of needling; below 0 is before it; null is unknown. */
export interface TopicalUse {
  readonly product: TopicalId;
  readonly sterile: boolean | null;
  readonly hoursAfter: number | null;
}

/** Hours for which channels count as open: 24, or 48 where the deepest zone reached 1.5 mm. */
export function openChannelHours(deepestMm: number): number {
  const { channelsOpenHours, channelsOpenHoursDeep, deepNeedlingMm } = constants;
  return isDeeper(deepNeedlingMm.value, deepestMm) ? channelsOpenHours.value : channelsOpenHoursDeep.value;
}
