import type { Cited } from "@fibril/evidence";

/** Mean and standard deviation in millimetres; null where the standard deviation was not seen. */
export interface Layer {
  readonly meanMm: number;
  readonly sdMm: number | null;
}

export interface Thickness extends Cited {
  readonly male: { readonly epidermis: Layer; readonly dermis: Layer };
  readonly female: { readonly epidermis: Layer; readonly dermis: Layer };
  readonly note?: string;
}

const sources = ["S55"] as const;

/**
 * Facial skin by ultrasound, 118 adults (49 men, 69 women), means in millimetres.
 * Ultrasound gives 3 to 6 times the epidermis of histology (S56): the two are never mixed.
 */
export const thickness = {
  forehead: {
    male: { epidermis: mm(0.22, 0.03), dermis: mm(1.17, 0.28) },
    female: { epidermis: mm(0.2, 0.03), dermis: mm(0.86, 0.16) },
    sources,
  },
  glabella: {
    male: { epidermis: mm(0.21), dermis: mm(1.14, 0.3) },
    female: { epidermis: mm(0.19), dermis: mm(0.9, 0.23) },
    sources,
  },
  temple: {
    male: { epidermis: mm(0.19), dermis: mm(1.06, 0.2) },
    female: { epidermis: mm(0.18), dermis: mm(0.8, 0.19) },
    sources,
  },
  eyelid: {
    male: { epidermis: mm(0.18), dermis: mm(0.67, 0.14) },
    female: { epidermis: mm(0.17), dermis: mm(0.58, 0.11) },
    sources,
  },
  "nasal-dorsum": {
    male: { epidermis: mm(0.2), dermis: mm(1.03, 0.16) },
    female: { epidermis: mm(0.19), dermis: mm(0.93, 0.25) },
    sources,
  },
  zygoma: {
    male: { epidermis: mm(0.19), dermis: mm(1.14, 0.21) },
    female: { epidermis: mm(0.2, 0.18), dermis: mm(0.87, 0.35) },
    note: "The standard deviation of the female epidermis is printed as 0.18, which is suspect.",
    sources,
  },
  submandibular: {
    male: { epidermis: mm(0.21), dermis: mm(1.02, 0.24) },
    female: { epidermis: mm(0.18), dermis: mm(0.91, 0.34) },
    sources,
  },
  neck: {
    male: { epidermis: mm(0.19), dermis: mm(0.98, 0.22) },
    female: { epidermis: mm(0.17), dermis: mm(0.99, 0.2) },
    sources,
  },
} as const satisfies Record<string, Thickness>;

export type ThicknessZone = keyof typeof thickness;

/** Mean total of epidermis and dermis of the thinner sex, in millimetres to the hundredth. */
export function thinnerMeanTotalMm(zone: ThicknessZone): number {
  const { male, female } = thickness[zone];
  return Math.min(totalMm(male), totalMm(female));
}

/** Whole hundredths are added, so that 0.18 and 0.8 are 0.98 and not a neighbour of it. */
function totalMm({ epidermis, dermis }: Thickness["male"]): number {
  return (Math.round(epidermis.meanMm * 100) + Math.round(dermis.meanMm * 100)) / 100;
}

function mm(meanMm: number, sdMm: number | null = null): Layer {
  return { meanMm, sdMm };
}
