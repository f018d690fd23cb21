import type { Cited } from "@fibril/evidence";

export interface Antiseptic extends Cited {
  readonly label: string;
  readonly caution: string;
}

export const antiseptics = {
  "chlorhexidine-2-aqueous": {
    label: "Chlorhexidine 2 %, aqueous",
    caution: "Keep away from eyes and ears.",
    sources: ["S49"],
  },
  "alcohol-70": {
    label: "Alcohol 70 %",
    caution: "Let it dry; keep away from eyes.",
    sources: ["practice-unsourced"],
  },
  "hypochlorous-acid": { label: "Hypochlorous acid", caution: "", sources: ["practice-unsourced"] },
} as const satisfies Record<string, Antiseptic>;

export type AntisepticId = keyof typeof antiseptics;
export const antisepticIds = Object.keys(antiseptics) as readonly AntisepticId[];
