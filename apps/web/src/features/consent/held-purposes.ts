import type { ConsentView } from "@fibril/contract";

/** What of a signed consent still holds: null where all of it was taken back. */
export function heldPurposes({ purposes, withdrawals }: ConsentView): ConsentView["purposes"] | null {
  if (withdrawals.some(({ purpose }) => purpose === null)) return null;
  return purposes.filter((purpose) => !withdrawals.some((one) => one.purpose === purpose));
}
