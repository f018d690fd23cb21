import { addTerms, costTerms } from "./course-cost.ts";
import type { CourseRules } from "./course-programme.ts";
import { type Counts, leastCounts, noCounts, plus } from "./least-counts.ts";
import type { SessionCells } from "./session-cells.ts";

interface BestStart {
  readonly practitioner: number;
  readonly misses: number;
}

export interface SwallowedCosts {
  /** The least cost of a course that begins on a day; Infinity where none does. */
  readonly leastOn: (firstDay: number, waitDays: number) => number;
  readonly costOf: (counts: Counts, waitDays: number) => number;
  /** What follows a session with this practitioner on this day: every way that no other betters in all counts. */
  readonly after: (session: number, day: number, practitioner: number) => readonly Counts[];
  /** The practitioners of a day, each with the least miss. */
  readonly cellsOn: (day: number) => readonly BestStart[];
  readonly gapOf: (days: number) => number;
  readonly changeOf: (one: number, other: number) => number;
}

/**
 * Courses whose weights lie so far apart that rounding swallows the small ones: 1 beside 1e17. A cost never falls when a
 * count rises, rounding or not. So of all ways to go on from a day only those matter that no other betters in every
 * count; and whatever stays below a way that costs the least costs the least too.
 */
export function swallowedCosts(cells: SessionCells, rules: CourseRules): SwallowedCosts {
  const { sessions, days, gapMin, gapMax, gapTarget, weights } = rules;
  const counts = (weight: number) => (weight > 0 ? 1 : 0);
  const [gapUnit, changeUnit, missUnit] = [
    counts(weights.gapDay),
    counts(weights.practitionerChange),
    counts(weights.preference5Minutes),
  ];
  const practitioners = cells.starts.practitioners.length;
  const bestStarts = new Map<number, readonly BestStart[]>();
  const onward = new Map<number, readonly Counts[]>();
  const afterAny = new Map<number, readonly Counts[]>();
  const afterOne = new Map<number, readonly Counts[]>();
  return { leastOn, costOf, after, cellsOn, gapOf, changeOf };

  function leastOn(firstDay: number, waitDays: number): number {
    return Math.min(Infinity, ...onwardFrom(0, firstDay).map((found) => costOf(found, waitDays)));
  }

  function costOf({ gaps, changes, misses }: Counts, waitDays: number): number {
    return addTerms(costTerms({ gapDays: gaps, changes, waitDays, missedSlots: misses }, weights));
  }

  /** From a session on, whoever treats on that day. */
  function onwardFrom(session: number, day: number): readonly Counts[] {
    return remember(onward, session * days + day, () =>
      cellsOn(day).flatMap(({ practitioner, misses }) =>
        after(session, day, practitioner).map((found) => plus(found, { ...noCounts, misses })),
      ),
    );
  }

  function after(session: number, day: number, practitioner: number): readonly Counts[] {
    if (session === sessions - 1) return [noCounts];
    return remember(afterOne, (session * days + day) * practitioners + practitioner, () => {
      const changed = byAny(session, day).map((found) => plus(found, { ...noCounts, changes: changeUnit }));
      return [...changed, ...bySame(session, day, practitioner)];
    });
  }

  function byAny(session: number, day: number): readonly Counts[] {
    return remember(afterAny, session * days + day, () =>
      nextDays(day).flatMap((next) => shifted(onwardFrom(session + 1, next), next - day)),
    );
  }

  function bySame(session: number, day: number, practitioner: number): readonly Counts[] {
    return nextDays(day).flatMap((next) => {
      const same = cellsOn(next).find((cell) => cell.practitioner === practitioner);
      if (!same) return [];
      const onward = after(session + 1, next, practitioner);
      return shifted(
        onward.map((found) => plus(found, { ...noCounts, misses: same.misses })),
        next - day,
      );
    });
  }

  function shifted(all: readonly Counts[], gapDays: number): Counts[] {
    return all.map((found) => plus(found, { ...noCounts, gaps: gapOf(gapDays) }));
  }

  function nextDays(day: number): readonly number[] {
    const last = Math.min(day + gapMax, days - 1);
    return Array.from({ length: Math.max(0, last - day - gapMin + 1) }, (_, index) => day + gapMin + index);
  }

  function cellsOn(day: number): readonly BestStart[] {
    const known = bestStarts.get(day);
    if (known) return known;
    const found = rules.isAllowed(day) && cells.hasCell(day) ? startsOn(day) : [];
    bestStarts.set(day, found);
    return found;
  }

  function startsOn(day: number): readonly BestStart[] {
    const from = cells.firstOf[day] as number;
    return Array.from({ length: (cells.endOf[day] as number) - from }, (_, index) => ({
      practitioner: cells.practitioner[from + index] as number,
      misses: missUnit * (cells.miss[from + index] as number),
    }));
  }

  function gapOf(gapDays: number): number {
    return gapUnit * Math.abs(gapDays - gapTarget);
  }

  function changeOf(one: number, other: number): number {
    return one === other ? 0 : changeUnit;
  }
}

/** Each question is worked out once, and only what no other betters is kept. */
function remember(
  known: Map<number, readonly Counts[]>,
  key: number,
  ways: () => readonly Counts[],
): readonly Counts[] {
  const found = known.get(key) ?? leastCounts(ways());
  known.set(key, found);
  return found;
}
