import type { Cited } from "@fibril/evidence";

/** What was found beside the tables: no limit is made of it, and nothing is checked against it. */
export interface ContextFact extends Cited {
  readonly says: string;
}

export const contextFacts = {
  histology: {
    says: "Histology finds a dermis of 0.76 to 1.97 mm and an epidermis of 0.03 to 0.06 mm over the face, thinner than ultrasound does: the two are never mixed.",
    sources: ["S56"],
  },
  "injected-lidocaine": {
    says: "Injected lidocaine has a ceiling of 4.5 mg/kg, 300 mg without adrenaline; for creams no such figure was seen.",
    sources: ["S75"],
  },
  "barrier-shallow": {
    says: "After 0.15 to 0.25 mm on the face the barrier of the skin had recovered by 72 hours.",
    sources: ["S81"],
  },
  "rejuvenation-overall": {
    says: "21 studies, 723 people, without controls: 83 % satisfied (76 to 88), redness reported as a harm by 6.8 %.",
    sources: ["S48"],
  },
} as const satisfies Record<string, ContextFact>;
