import { compareText } from "@fibril/kernel";

export interface Waiting {
  readonly id: string;
  readonly returnsToWindow: boolean;
  /** ISO instant: the longer ago, the sooner it is their turn. */
  readonly waitingSince: string;
}

/** Whose turn it is: whoever comes back into the clinical window first, then whoever waits longest, then by id. */
export function rankWaitlist<Entry extends Waiting>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(
    (left, right) =>
      Number(right.returnsToWindow) - Number(left.returnsToWindow) ||
      compareText(left.waitingSince, right.waitingSince) ||
      compareText(left.id, right.id),
  );
}
