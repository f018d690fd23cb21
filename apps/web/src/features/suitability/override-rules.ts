import type { OutcomeView } from "@fibril/contract";
import { isTreatable } from "@fibril/suitability";

export interface OverrideRules {
  /** The findings that no reason can set aside; empty where an override may be signed. */
  readonly barredBy: readonly OutcomeView["findings"][number][];
  readonly needsOpinion: boolean;
  /** False where nothing stands against treatment. */
  readonly isPossible: boolean;
}

/** What an override of this verdict would take: as the server will judge it. */
export function overrideRules({ findings }: OutcomeView): OverrideRules {
  const against = findings.filter(({ verdict }) => !isTreatable(verdict));
  const barredBy = against.filter(({ overridable }) => overridable === "never" || overridable === "answer");
  return {
    barredBy,
    needsOpinion: against.some(({ overridable }) => overridable === "prescriber"),
    isPossible: against.length > 0 && barredBy.length === 0,
  };
}
