export const fitzpatricks = [1, 2, 3, 4, 5, 6] as const;
/** Fitzpatrick phototype, I to VI. */
export type Fitzpatrick = (typeof fitzpatricks)[number];

/** What the protocol needs to know of a person; null is unknown. */
export interface Person {
  readonly ageYears: number | null;
  readonly weightKg: number | null;
  readonly fitzpatrick: Fitzpatrick | null;
}
