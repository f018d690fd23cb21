import type { CourseDays } from "./course-days.ts";
import type { Weights } from "./course-search.ts";
import type { SessionCells } from "./session-cells.ts";

/**
 * The dynamic programme over (session, day, practitioner), worked backwards: `costFrom[i][cell]` is the least cost of
 * the sessions from i on, where session i falls on that cell. Because a change of practitioner costs the same whoever
 * follows, one least cost a day replaces the pairs of practitioners: the work is sessions x days x gaps x practitioners.
 */
export interface CourseProgramme {
  readonly costFrom: readonly Float64Array[];
  /** The least over the cells of a day, without the wait; Infinity where no course goes on from there. */
  readonly leastFrom: (session: number, day: number) => number;
}

export interface CourseRules extends CourseDays {
  readonly days: number;
  readonly gapTarget: number;
  readonly weights: Weights;
}

export function courseProgramme(
  cells: SessionCells,
  layers: readonly (readonly number[])[],
  rules: CourseRules,
): CourseProgramme {
  const { days, gapTarget, weights } = rules;
  const { practitioner, miss, firstOf, endOf } = cells;
  const practitioners = cells.starts.practitioners.length;
  const costFrom = layers.map(() => new Float64Array(cells.count()).fill(Infinity));
  const least = layers.map(() => new Float64Array(days).fill(Infinity));
  const gaps = gapsByTarget(rules);
  const onwardBySame = new Float64Array(practitioners);

  for (let session = layers.length - 1; session >= 0; session -= 1) {
    for (const day of layers[session] as readonly number[]) {
      const onward = session === layers.length - 1 ? lastSession() : onwardFrom(session + 1, day);
      settle(session, day, onward);
    }
  }
  return { costFrom, leastFrom: (session, day) => least[session]?.[day] ?? Infinity };

  function lastSession(): number {
    onwardBySame.fill(0);
    return 0;
  }

  /** Fills the least cost of going on with the same practitioner; @returns that of going on with another. */
  function onwardFrom(session: number, day: number): number {
    const cost = costFrom[session] as Float64Array;
    const leastOfDay = least[session] as Float64Array;
    let other = Infinity;
    onwardBySame.fill(Infinity);
    for (const gapDays of gaps) {
      const leastNext = leastOfDay[day + gapDays];
      if (leastNext === undefined || leastNext === Infinity) continue;
      const gap = weights.gapDay * Math.abs(gapDays - gapTarget);
      // A day whose least is no better than a change of practitioner elsewhere has nothing to add.
      if (gap + leastNext >= other + weights.practitionerChange) continue;
      if (gap + leastNext < other) other = gap + leastNext;
      keepSame(day + gapDays, gap, cost);
    }
    return other + weights.practitionerChange;
  }

  function keepSame(next: number, gap: number, cost: Float64Array): void {
    for (let cell = firstOf[next] as number; cell < (endOf[next] as number); cell += 1) {
      const who = practitioner[cell] as number;
      const same = gap + (cost[cell] as number);
      if (same < (onwardBySame[who] as number)) onwardBySame[who] = same;
    }
  }

  function settle(session: number, day: number, other: number): void {
    const cost = costFrom[session] as Float64Array;
    let leastHere = Infinity;
    for (let cell = firstOf[day] as number; cell < (endOf[day] as number); cell += 1) {
      const same = onwardBySame[practitioner[cell] as number] as number;
      const here = weights.preference5Minutes * (miss[cell] as number) + Math.min(same, other);
      cost[cell] = here;
      if (here < leastHere) leastHere = here;
    }
    (least[session] as Float64Array)[day] = leastHere;
  }
}

/** Nearest to the target first, so that the cheap days are seen before the dear ones are asked about. */
function gapsByTarget({ gapMin, gapMax, gapTarget }: CourseRules): readonly number[] {
  const gaps = Array.from({ length: gapMax - gapMin + 1 }, (_, more) => gapMin + more);
  return gaps.sort((left, right) => Math.abs(left - gapTarget) - Math.abs(right - gapTarget));
}
