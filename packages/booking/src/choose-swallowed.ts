import type { ChosenCourse } from "./choose-course.ts";
import type { CourseRules } from "./course-programme.ts";
import { type Counts, leastCounts, noCounts, plus } from "./least-counts.ts";
import type { SessionCells } from "./session-cells.ts";
import type { SwallowedCosts } from "./swallowed-costs.ts";

interface Ground {
  readonly costs: SwallowedCosts;
  /** Every start of each practitioner: asked about the days of the chosen course alone. */
  readonly every: SessionCells;
  readonly rules: CourseRules;
  readonly waitDays: number;
}

/** Somebody who treats the session that was placed last, and what the course counts so far, its miss included. */
interface Reached {
  readonly practitioner: number;
  readonly sofar: Counts;
}

/**
 * The first of the cheapest courses from one day: the list of all days, then of all starts, then of all practitioners.
 * Each list is fixed from its front on: the least next that a cheapest course can still follow.
 */
export function chooseSwallowed(firstDay: number, { costs, every, rules, waitDays }: Ground): ChosenCourse {
  const least = costs.leastOn(firstDay, waitDays);
  const isCheapest = (counts: Counts) => costs.costOf(counts, waitDays) === least;
  const days = chooseDays();
  const starts = new Map<number, readonly Start[]>();
  const slots = chooseSlots();
  return { days, cells: choosePractitioners() };

  function chooseDays(): readonly number[] {
    const chosen = [firstDay];
    let reached = leadOn(0, firstDay, [{ practitioner: -1, sofar: noCounts }]);
    while (chosen.length < rules.sessions) {
      const session = chosen.length;
      const day = chosen[session - 1] as number;
      let next = day + rules.gapMin;
      let found = leadOn(session, next, reached);
      while (found.length === 0) {
        next += 1;
        if (next > day + rules.gapMax) throw new RangeError(`no session ${session + 1} follows day ${day}`);
        found = leadOn(session, next, reached);
      }
      chosen.push(next);
      reached = found;
    }
    return chosen;

    /** Who can treat on this day in a cheapest course that goes on from what was reached. */
    function leadOn(session: number, day: number, before: readonly Reached[]): readonly Reached[] {
      const gaps = session === 0 ? 0 : costs.gapOf(day - (chosen[session - 1] as number));
      return costs.cellsOn(day).flatMap(({ practitioner, misses }) => {
        const ways = before.map((one) => plus(one.sofar, { gaps, changes: changeFrom(one, practitioner), misses }));
        const onward = costs.after(session, day, practitioner);
        return leastCounts(ways)
          .filter((sofar) => onward.some((rest) => isCheapest(plus(sofar, rest))))
          .map((sofar) => ({ practitioner, sofar }));
      });
    }
  }

  function chooseSlots(): readonly number[] {
    const chosen: number[] = [];
    let reached: readonly Reached[] = [{ practitioner: -1, sofar: noCounts }];
    const restOf = restsAt(null);
    for (const [session, day] of days.entries()) {
      const gaps = gapBefore(session);
      const found = cellsOf(session)
        .toSorted((left, right) => left.slot - right.slot)
        .reduce<{ readonly slot: number; readonly reached: Reached[] }>(
          (best, cell) => {
            if (best.reached.length > 0 && cell.slot > best.slot) return best;
            const ways = reached.map((one) =>
              plus(one.sofar, { gaps, changes: changeFrom(one, cell.practitioner), misses: cell.misses }),
            );
            const kept = leastCounts(ways)
              .filter((sofar) => restOf(session, cell.practitioner).some((rest) => isCheapest(plus(sofar, rest))))
              .map((sofar) => ({ practitioner: cell.practitioner, sofar }));
            return kept.length === 0 ? best : { slot: cell.slot, reached: best.reached.concat(kept) };
          },
          { slot: -1, reached: [] },
        );
      if (found.reached.length === 0) throw new RangeError(`no start on day ${day}`);
      chosen.push(found.slot);
      reached = found.reached;
    }
    return chosen;
  }

  function choosePractitioners(): readonly number[] {
    const chosen: number[] = [];
    let before: Reached = { practitioner: -1, sofar: noCounts };
    const restOf = restsAt(slots);
    for (const [session, day] of days.entries()) {
      const gaps = gapBefore(session);
      const next = cellsOf(session)
        .filter(({ slot }) => slot === slots[session])
        .map((cell) => ({
          ...cell,
          sofar: plus(before.sofar, { gaps, changes: changeFrom(before, cell.practitioner), misses: cell.misses }),
        }))
        .find(({ practitioner, sofar }) => restOf(session, practitioner).some((rest) => isCheapest(plus(sofar, rest))));
      if (!next) throw new RangeError(`nobody on day ${day}`);
      chosen.push(next.cell);
      before = next;
    }
    return chosen;
  }

  function changeFrom({ practitioner }: Reached, next: number): number {
    return practitioner === -1 ? 0 : costs.changeOf(practitioner, next);
  }

  /** What the later of the chosen days add after a practitioner, at any start or at those that were chosen. */
  function restsAt(at: readonly number[] | null): (session: number, practitioner: number) => readonly Counts[] {
    const known = new Map<number, readonly Counts[]>();
    return function restOf(session, practitioner) {
      const next = days[session + 1];
      if (next === undefined) return [noCounts];
      const key = session * every.starts.practitioners.length + practitioner;
      const found = known.get(key) ?? leastCounts(ways());
      known.set(key, found);
      return found;

      function ways(): readonly Counts[] {
        const gaps = gapBefore(session + 1);
        const cells = cellsOf(session + 1).filter(({ slot }) => at === null || slot === at[session + 1]);
        return leastOfEach(cells).flatMap((cell) => {
          const step = { gaps, changes: costs.changeOf(practitioner, cell.practitioner), misses: cell.misses };
          return restOf(session + 1, cell.practitioner).map((rest) => plus(rest, step));
        });
      }
    };
  }

  function gapBefore(session: number): number {
    return session === 0 ? 0 : costs.gapOf((days[session] as number) - (days[session - 1] as number));
  }

  function cellsOf(session: number): readonly Start[] {
    const known = starts.get(session);
    if (known) return known;
    const found = startsOn(days[session] as number);
    starts.set(session, found);
    return found;
  }

  function startsOn(day: number): readonly Start[] {
    every.hasCell(day);
    const from = every.firstOf[day] as number;
    const isWeighed = rules.weights.preference5Minutes > 0;
    return Array.from({ length: (every.endOf[day] as number) - from }, (_, index) => ({
      cell: from + index,
      practitioner: every.practitioner[from + index] as number,
      slot: every.slot[from + index] as number,
      misses: isWeighed ? (every.miss[from + index] as number) : 0,
    }));
  }
}

interface Start {
  readonly cell: number;
  readonly practitioner: number;
  readonly slot: number;
  readonly misses: number;
}

/** Each practitioner's nearest start to the preferred times. */
function leastOfEach(cells: readonly Start[]): readonly Start[] {
  const least = new Map<number, Start>();
  for (const cell of cells) {
    const known = least.get(cell.practitioner);
    if (!known || cell.misses < known.misses) least.set(cell.practitioner, cell);
  }
  return [...least.values()];
}
