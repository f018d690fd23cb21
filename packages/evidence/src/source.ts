/**
 * What was opened, never what it quotes: L regulator text or a device or drug label, R peer-reviewed,
 * G a secondary guide in a public repository, C a clinic, vendor, news or consumer page (practice, not proof).
 */
export const tiers = ["L", "R", "G", "C"] as const;
export type Tier = (typeof tiers)[number];

/** One work of the register. The original work is cited, and `seen` says on what it was read. */
export interface Source {
  readonly tier: Tier;
  readonly title: string;
  /** Year of publication; null where the page shows none. */
  readonly year: number | null;
  /** DOI, PMID, PMC number, journal reference or the page's address. */
  readonly identifier: string;
  /** How much of it was opened: an abstract, an excerpt of a label, a clinic's copy, a whole page. */
  readonly seen: string;
}
