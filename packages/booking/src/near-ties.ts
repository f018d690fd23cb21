import { addTerms, costTerms } from "./course-cost.ts";
import type { CourseProgramme, CourseRules } from "./course-programme.ts";
import type { SessionCells } from "./session-cells.ts";
import type { Between, Step, TiedCourses } from "./tied-courses.ts";

// A key packs the counts of the sessions so far, so that adding keys adds the counts: at most 11 x 400 days off the
// target, 11 changes, 12 x 288 missed slots.
const perChange = 2 ** 12;
const perGapDay = 2 ** 16;

interface PlacedStep extends Step {
  readonly day: number;
}

interface Found {
  readonly ties: TiedCourses;
  readonly cost: number;
}

interface Ground {
  readonly programme: CourseProgramme;
  readonly rules: CourseRules;
  /** How far rounding can put two sums of the same course apart. */
  readonly slack: number;
  readonly waitDays: number;
}

/**
 * The cheapest courses from one first day where weights are no sums of binary fractions (0.1), so that the order of
 * adding decides between near equals. Every way of counting that comes within rounding of the least is kept, its cost
 * worked out in the order of the contract, and only the least of those stay.
 */
export function nearTies(firstDay: number, cells: SessionCells, ground: Ground): Found {
  const { programme, rules, slack, waitDays } = ground;
  const { weights, sessions, gapMin, gapMax, gapTarget } = rules;
  const bound = programme.leastFrom(0, firstDay) + slack;
  const first = firstSteps();
  const layers: PlacedStep[][] = [first];
  for (let session = 1; session < sessions; session += 1) layers.push(nextLayer(session));
  const last = layers.at(-1) ?? [];
  const cost = last.reduce((least, step) => Math.min(least, costOf(step)), Infinity);
  const alive = findAlive(new Set(last.filter((step) => costOf(step) === cost).map(idOf)));
  return {
    cost,
    ties: {
      first: first.filter((step) => alive[0]?.has(idOf(step))),
      after: (step, from) => expand(step, from).filter((next) => alive[from.session]?.has(idOf(next))),
    },
  };

  function firstSteps(): PlacedStep[] {
    return cellsOf(firstDay)
      .filter((cell) => programme.costFrom(0, firstDay, cell) <= bound)
      .map((cell) => ({ cell, key: 0, day: firstDay }));
  }

  function nextLayer(session: number): PlacedStep[] {
    const found = (layers[session - 1] ?? []).flatMap((step) => followers(step, session));
    return [...new Map(found.map((step) => [idOf(step), step])).values()];
  }

  function followers(step: PlacedStep, session: number): PlacedStep[] {
    const found: PlacedStep[] = [];
    for (let next = step.day + gapMin; next <= step.day + gapMax; next += 1) {
      found.push(...expand(step, { session, day: step.day, next }).map((follower) => ({ ...follower, day: next })));
    }
    return found;
  }

  function expand(step: Step, { session, day, next }: Between): Step[] {
    if (programme.leastFrom(session, next) === Infinity) return [];
    const gapDays = weights.gapDay === 0 ? 0 : Math.abs(next - day - gapTarget);
    const sofar = step.key + gapDays * perGapDay + (cells.miss[step.cell] as number);
    return cellsOf(next)
      .map((cell) => ({ cell, key: sofar + (isChange(step.cell, cell) ? perChange : 0) }))
      .filter(({ cell, key }) => spent(key) + programme.costFrom(session, next, cell) <= bound);
  }

  function isChange(cell: number, next: number): boolean {
    return weights.practitionerChange > 0 && cells.practitioner[cell] !== cells.practitioner[next];
  }

  function cellsOf(day: number): readonly number[] {
    const from = cells.firstOf[day] as number;
    return Array.from({ length: (cells.endOf[day] as number) - from }, (_, index) => from + index);
  }

  function spent(key: number): number {
    return addTerms(costTerms(countsOf(key, 0), weights));
  }

  function costOf({ cell, key }: Step): number {
    return addTerms(costTerms(countsOf(key + (cells.miss[cell] as number), waitDays), weights));
  }

  /** For each session, the steps from which the goal can be reached. */
  function findAlive(goal: ReadonlySet<number>): readonly ReadonlySet<number>[] {
    const alive = [goal];
    for (let session = sessions - 1; session > 0; session -= 1) {
      const goesOn = alive[0] as ReadonlySet<number>;
      const kept = (layers[session - 1] ?? []).filter((step) =>
        followers(step, session).some((follower) => goesOn.has(idOf(follower))),
      );
      alive.unshift(new Set(kept.map(idOf)));
    }
    return alive;
  }
}

function countsOf(key: number, waitDays: number) {
  return {
    gapDays: Math.floor(key / perGapDay),
    changes: Math.floor((key % perGapDay) / perChange),
    waitDays,
    missedSlots: key % perChange,
  };
}

function idOf({ cell, key }: Step): number {
  return cell * 2 ** 32 + key;
}
