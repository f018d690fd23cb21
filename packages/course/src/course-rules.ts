import { type Cited, constants, type EvidenceConstant, unsourced } from "@fibril/evidence";

interface Range extends Cited {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

/** To change a rule of the course, change its row; the gaps stand in the register because other parts use them too. */
export const courseRules = {
  sessions: { min: 3, max: 6, unit: "sessions", sources: unsourced },
  gapMinDays: constants.sessionGapMinDays,
  gapMaxDays: constants.sessionGapMaxDays,
  gapTargetDays: constants.sessionGapTargetDays,
  /** No trial of durability beyond 6 to 12 months was found; the founding document's months stand. */
  maintenance: { min: 6, max: 12, unit: "months", sources: unsourced },
} as const satisfies Record<string, EvidenceConstant | Range>;

/** Civil days between one session and the next. */
export interface GapDays {
  readonly min: number;
  readonly max: number;
  readonly target: number;
}

export const standardGapDays: GapDays = {
  min: courseRules.gapMinDays.value,
  max: courseRules.gapMaxDays.value,
  target: courseRules.gapTargetDays.value,
};
