import type { PhotographPurpose } from "@fibril/consent";
import type { ConsentView } from "@fibril/contract";

/** What of a consent still stands and may be taken back: `null` is the whole of it. */
export function standingUses({ kind, purposes, withdrawals }: ConsentView): readonly (PhotographPurpose | null)[] {
  if (withdrawals.some(({ purpose }) => purpose === null)) return [];
  if (kind !== "photographs") return [null];
  return purposes.filter((purpose) => withdrawals.every((withdrawal) => withdrawal.purpose !== purpose));
}
