import type { CourseDays } from "./course-days.ts";
import type { Weights } from "./course-search.ts";
import type { SessionCells } from "./session-cells.ts";

/**
 * The dynamic programme over (session, day, practitioner), worked backwards from the days that are asked for: what a
 * day costs from a session on is worked out once, on the first question. Because a change of practitioner costs the
 * same whoever follows, one least cost a day replaces the pairs of practitioners: the work is sessions x days x gaps x
 * practitioners.
 */
export interface CourseProgramme {
  /**
   * The least cost of the sessions from this one on, where it falls on this day; Infinity where no course goes on from
   * there. Without the wait.
   */
  readonly leastFrom: (session: number, day: number) => number;
  /** The same where it falls on this cell of the day; asked only where the day leads on. */
  readonly costFrom: (session: number, day: number, cell: number) => number;
}

export interface CourseRules extends CourseDays {
  readonly days: number;
  readonly gapTarget: number;
  readonly weights: Weights;
}

const unasked = 0;
/** Where the record of every day that leads nowhere stands. */
const nowhere = 1;

export function courseProgramme(cells: SessionCells, rules: CourseRules): CourseProgramme {
  const { days, sessions, weights, isAllowed } = rules;
  const { practitioner, miss, firstOf, endOf } = cells;
  const practitioners = cells.starts.practitioners.length;
  const gaps = gapsByTarget(rules);
  /** Records of a session and day: the least cost, then that of each cell. */
  const costs: number[] = [Infinity, Infinity];
  const recordOf = new Int32Array(sessions * days);
  /** For each session, the least cost of going on with the same practitioner from the day that is being worked out. */
  const onwardBySame = new Float64Array(sessions * practitioners);

  return {
    leastFrom,
    costFrom: (session, day, cell) =>
      costs[(recordOf[session * days + day] as number) + 1 + cell - (firstOf[day] as number)] as number,
  };

  function leastFrom(session: number, day: number): number {
    return day < days ? (costs[recordFor(session, day)] as number) : Infinity;
  }

  function recordFor(session: number, day: number): number {
    const at = session * days + day;
    if (recordOf[at] === unasked)
      recordOf[at] = isAllowed(day) && cells.hasCell(day) ? appendRecord(session, day) : nowhere;
    return recordOf[at] as number;
  }

  function appendRecord(session: number, day: number): number {
    const other = session === sessions - 1 ? 0 : onwardFrom(session, day);
    if (other === Infinity) return nowhere;
    const record = costs.length;
    costs.push(Infinity);
    let leastHere = Infinity;
    for (let cell = firstOf[day] as number; cell < (endOf[day] as number); cell += 1) {
      const same = onwardBySame[session * practitioners + (practitioner[cell] as number)] as number;
      const here = weights.preference5Minutes * (miss[cell] as number) + Math.min(same, other);
      costs.push(here);
      if (here < leastHere) leastHere = here;
    }
    costs[record] = leastHere;
    return record;
  }

  /** Fills the least cost of going on with the same practitioner; @returns that of going on with another. */
  function onwardFrom(session: number, day: number): number {
    let other = Infinity;
    onwardBySame.fill(Infinity, session * practitioners, (session + 1) * practitioners);
    for (const { gapDays, cost } of gaps) {
      // A day whose least is no better than a change of practitioner elsewhere has nothing to add.
      if (cost >= other + weights.practitionerChange) break;
      const least = cost + leastFrom(session + 1, day + gapDays);
      if (least === Infinity || least >= other + weights.practitionerChange) continue;
      if (least < other) other = least;
      keepSame(session, day + gapDays, cost);
    }
    return other + weights.practitionerChange;
  }

  function keepSame(session: number, next: number, gap: number): void {
    const row = session * practitioners;
    const end = endOf[next] as number;
    let at = (recordOf[(session + 1) * days + next] as number) + 1;
    for (let cell = firstOf[next] as number; cell < end; cell += 1) {
      const who = row + (practitioner[cell] as number);
      const same = gap + (costs[at] as number);
      if (same < (onwardBySame[who] as number)) onwardBySame[who] = same;
      at += 1;
    }
  }
}

/** Nearest to the target first, so that the cheap days are seen before the dear ones are asked about. */
function gapsByTarget({ gapMin, gapMax, gapTarget, weights }: CourseRules) {
  return Array.from({ length: gapMax - gapMin + 1 }, (_, more) => {
    const gapDays = gapMin + more;
    return { gapDays, cost: weights.gapDay * Math.abs(gapDays - gapTarget) };
  }).sort((left, right) => left.cost - right.cost);
}
