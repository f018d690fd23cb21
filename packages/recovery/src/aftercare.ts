import { type SourceId, sourcesForPatients } from "@fibril/evidence";
import { type Instruction, instructions } from "./instructions.ts";
import type { WhatWasDone } from "./what-was-done.ts";

export interface AftercareInstruction {
  readonly id: string;
  readonly words: string;
  /** Hours after the session from which and up to which it holds. */
  readonly fromHour: number;
  readonly toHour: number;
  /** For professionals. */
  readonly sources: readonly string[];
  /** What a patient may be shown: regulators, labels and peer-reviewed work. */
  readonly patientSources: readonly SourceId[];
  /** `practice`: none of its sources may be shown to a patient, so it is marked as the clinic's practice. */
  readonly basis: "sourced" | "practice";
}

export interface AftercareDay {
  /** Whole days since the session, 0 on its day. */
  readonly day: number;
  readonly instructions: readonly AftercareInstruction[];
}

/** The days that are written out; between two of them the earlier one's advice goes on. */
const days = [0, 1, 2, 3, 4, 5, 6, 7, 14] as const;

/**
 * The aftercare of one session, day by day, from what was done. What is unknown gets the more careful advice. An
 * instruction stands on every day on which it holds for at least an hour.
 */
export function aftercarePlan(done: WhatWasDone): readonly AftercareDay[] {
  const chosen = instructions.filter(({ when }) => when?.(done) ?? true).map((row) => chosenInstruction(row, done));
  return days.map((day) => ({
    day,
    instructions: chosen.filter(({ fromHour, toHour }) => fromHour < (day + 1) * 24 && toHour > day * 24),
  }));
}

function chosenInstruction(row: Instruction, done: WhatWasDone): AftercareInstruction {
  const cited = row.sources.filter((id) => id !== "practice-unsourced");
  const patientSources = sourcesForPatients(cited);
  return {
    id: row.id,
    words: row.words,
    fromHour: row.fromHour(done),
    toHour: row.toHour(done),
    sources: row.sources,
    patientSources,
    basis: patientSources.length > 0 ? "sourced" : "practice",
  };
}
