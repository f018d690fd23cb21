import type { SessionCells } from "./session-cells.ts";
import type { Between, Step, TiedCourses } from "./tied-courses.ts";

/** One course: the day and the cell of each session. */
export interface ChosenCourse {
  readonly days: readonly number[];
  readonly cells: readonly number[];
}

/** Between courses of equal cost: the list of all days, then of all starts, then of all practitioners. */
export function chooseCourse(
  firstDay: number,
  {
    ties,
    cells,
    rules,
  }: {
    readonly ties: TiedCourses;
    readonly cells: SessionCells;
    readonly rules: { readonly sessions: number; readonly gapMin: number; readonly gapMax: number };
  },
): ChosenCourse {
  const { days, steps } = earliestDays(firstDay, ties, rules);
  if (steps.every(({ length }) => length === 1)) return { days, cells: steps.map(([step]) => (step as Step).cell) };
  let layers = steps;
  layers = keepLeast(dropDeadEnds(layers), ({ cell }) => cells.slot[cell] as number);
  layers = keepLeast(dropDeadEnds(layers), ({ cell }) => cells.practitioner[cell] as number);
  return { days, cells: layers.map(([step]) => (step as Step).cell) };

  /** Session by session, the least of what can follow the least so far; every step that is given leads to the end. */
  function keepLeast(all: readonly Step[][], of: (step: Step) => number): readonly Step[][] {
    const kept: Step[][] = [];
    for (const [session, layer] of all.entries()) {
      const before = kept[session - 1];
      kept.push(least(before ? common(layer, followers(before, ties, between(session))) : layer, of));
    }
    return kept;
  }

  function between(session: number): Between {
    return { session, day: days[session - 1] as number, next: days[session] as number };
  }

  function dropDeadEnds(forward: readonly Step[][]): readonly Step[][] {
    const kept: Step[][] = [forward.at(-1) ?? []];
    for (let session = forward.length - 1; session > 0; session -= 1) {
      const goal = new Set(kept[0]?.map(idOf));
      const from = between(session);
      const leadsOn = (step: Step) => ties.after(step, from).some((next) => goal.has(idOf(next)));
      kept.unshift((forward[session - 1] ?? []).filter(leadsOn));
    }
    return kept;
  }
}

/** The first list of days that a path leads through, with all the steps that lead through it. */
function earliestDays(
  firstDay: number,
  ties: TiedCourses,
  { sessions, gapMin, gapMax }: { readonly sessions: number; readonly gapMin: number; readonly gapMax: number },
): { readonly days: readonly number[]; readonly steps: readonly Step[][] } {
  const days = [firstDay];
  const steps: Step[][] = [[...ties.first]];
  for (let session = 1; session < sessions; session += 1) {
    const day = days[session - 1] as number;
    let found: Step[] = [];
    let next = day + gapMin - 1;
    while (found.length === 0 && next < day + gapMax) {
      next += 1;
      found = followers(steps[session - 1] ?? [], ties, { session, day, next });
    }
    if (found.length === 0) throw new RangeError(`no session ${session + 1} follows day ${day}`);
    days.push(next);
    steps.push(found);
  }
  return { days, steps };
}

function least(steps: readonly Step[], of: (step: Step) => number): Step[] {
  const smallest = Math.min(...steps.map(of));
  return steps.filter((step) => of(step) === smallest);
}

function followers(steps: readonly Step[], ties: TiedCourses, between: Between): Step[] {
  const found: Step[] = [];
  for (const step of steps) found.push(...ties.after(step, between));
  return distinct(found);
}

function distinct(steps: Step[]): Step[] {
  return steps.length < 2 ? steps : [...new Map(steps.map((step) => [idOf(step), step])).values()];
}

function common(steps: readonly Step[], others: readonly Step[]): Step[] {
  const ids = new Set(others.map(idOf));
  return steps.filter((step) => ids.has(idOf(step)));
}

function idOf({ cell, key }: Step): number {
  return cell * 2 ** 32 + key;
}
