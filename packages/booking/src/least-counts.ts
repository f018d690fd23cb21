/** What the weights of a course are multiplied with, the wait left out. */
export interface Counts {
  readonly gaps: number;
  readonly changes: number;
  readonly misses: number;
}

/** Of a course without a session yet. */
export const noCounts: Counts = { gaps: 0, changes: 0, misses: 0 };

/** Both together, count by count. */
export function plus(one: Counts, other: Counts): Counts {
  return {
    gaps: one.gaps + other.gaps,
    changes: one.changes + other.changes,
    misses: one.misses + other.misses,
  };
}

/** Those that no other betters or equals in every count, each once. */
export function leastCounts(all: readonly Counts[]): readonly Counts[] {
  const ascending = all.toSorted(
    (left, right) => left.gaps - right.gaps || left.changes - right.changes || left.misses - right.misses,
  );
  const kept: Counts[] = [];
  for (const counts of ascending) {
    // No later one has fewer gap days, so that only an earlier one can better it.
    if (!kept.some(({ changes, misses }) => changes <= counts.changes && misses <= counts.misses)) kept.push(counts);
  }
  return kept;
}
