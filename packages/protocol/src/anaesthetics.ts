import type { Cited } from "@fibril/evidence";

/** A numbing cream. null: no figure was seen for this product, which is never taken for "no limit". */
export interface AnaestheticProduct extends Cited {
  readonly label: string;
  readonly lidocainePercent: number | null;
  /** Minutes on the skin before it works. */
  readonly onsetMinutes: number | null;
  /** The longest time on the skin that a source gives. */
  readonly maxMinutes: number | null;
  readonly maxGrams: number | null;
}

/** To add a product, add its row. A clinic's own pack may state stricter figures. */
export const anaestheticProducts = {
  "lidocaine-4": {
    label: "Lidocaine 4 % (over the counter)",
    lidocainePercent: 4,
    onsetMinutes: null,
    maxMinutes: null,
    maxGrams: null,
    sources: ["S74"],
  },
  "lidocaine-prilocaine": {
    label: "Lidocaine 2.5 % and prilocaine 2.5 %",
    lidocainePercent: 2.5,
    onsetMinutes: 60,
    maxMinutes: 120,
    maxGrams: null,
    sources: ["S38", "S71"],
  },
  "lidocaine-tetracaine": {
    label: "Lidocaine 7 % and tetracaine 7 %",
    lidocainePercent: 7,
    onsetMinutes: 20,
    maxMinutes: 60,
    maxGrams: 59,
    sources: ["S71", "S72"],
  },
  other: {
    label: "Another product (its percentage is typed in)",
    lidocainePercent: null,
    onsetMinutes: null,
    maxMinutes: null,
    maxGrams: null,
    sources: ["practice-unsourced"],
  },
} as const satisfies Record<string, AnaestheticProduct>;

export type AnaestheticProductId = keyof typeof anaestheticProducts;
export const anaestheticProductIds = Object.keys(anaestheticProducts) as readonly AnaestheticProductId[];

/** Limits of every product. Where a product's own figure was not seen, the strictest seen of another one holds. */
export const anaestheticLimits = {
  maxAreaCm2: 400,
  maxGrams: 59,
  maxMinutes: 60,
  maxLidocainePercent: 7,
  maxOverTheCounterPercent: 4,
  minorBelowYears: 18,
} as const;

export interface AnaestheticContraindication extends Cited {
  readonly ask: string;
  readonly action: "do-not-use" | "refer";
}

/** Asked at the step itself, each time; "yes", "unknown" and "not asked" all stop the cream, not the needling. */
export const anaestheticContraindications = {
  methaemoglobinaemia: {
    ask: "Have you ever had methaemoglobinaemia, or do you take a medicine that can cause it?",
    action: "do-not-use",
    sources: ["S10", "S38"],
  },
  pseudocholinesteraseDeficiency: {
    ask: "Do you have pseudocholinesterase deficiency?",
    action: "do-not-use",
    sources: ["S10"],
  },
  amideOrEsterAllergy: {
    ask: "Are you allergic to a numbing medicine (of the amide or the ester kind), to PABA or to sulphonamides?",
    action: "do-not-use",
    sources: ["S10"],
  },
  antiArrhythmicDrug: {
    ask: "Do you take a medicine for the rhythm of your heart?",
    action: "refer",
    sources: ["S10", "S38"],
  },
  pregnantOrBreastfeeding: {
    ask: "Are you pregnant or breastfeeding?",
    action: "do-not-use",
    sources: ["S10"],
  },
  liverDisease: { ask: "Do you have liver disease?", action: "do-not-use", sources: ["S10"] },
} as const satisfies Record<string, AnaestheticContraindication>;

export type AnaestheticQuestion = keyof typeof anaestheticContraindications;
export const anaestheticQuestions = Object.keys(anaestheticContraindications) as readonly AnaestheticQuestion[];

/** One numbing cream as used. null is "not recorded". */
export interface AnaestheticUse {
  readonly product: AnaestheticProductId;
  /** Given where the pack differs from the product's row, and always for `other`. */
  readonly lidocainePercent: number | null;
  /** Counts as true where it is null: the stricter limit. */
  readonly overTheCounter: boolean | null;
  readonly grams: number | null;
  readonly areaCm2: number | null;
  readonly minutesOn: number | null;
  readonly removedBeforeNeedling: boolean | null;
}
