import type { SessionCells } from "./session-cells.ts";
import type { Step, TiedCourses } from "./tied-courses.ts";

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
  const days = earliestDays(firstDay, ties, rules);
  let layers: readonly Step[][] = [[...ties.first]];
  for (let session = 1; session < days.length; session += 1) {
    layers = [...layers, followers(layers[session - 1] ?? [], session)];
  }
  layers = keepLeast(dropDeadEnds(layers), ({ cell }) => cells.slot[cell] as number);
  layers = keepLeast(dropDeadEnds(layers), ({ cell }) => cells.practitioner[cell] as number);
  return { days, cells: layers.map(([step]) => (step as Step).cell) };

  /** Session by session, the least of what can follow the least so far; every step that is given leads to the end. */
  function keepLeast(all: readonly Step[][], of: (step: Step) => number): readonly Step[][] {
    const kept: Step[][] = [];
    for (const [session, layer] of all.entries()) {
      const before = kept[session - 1];
      kept.push(least(before ? common(layer, followers(before, session)) : layer, of));
    }
    return kept;
  }

  function followers(steps: readonly Step[], session: number): Step[] {
    const [day, next] = [days[session - 1] as number, days[session] as number];
    return distinct(steps.flatMap((step) => ties.after(step, { session, day, next })));
  }

  function dropDeadEnds(forward: readonly Step[][]): readonly Step[][] {
    const kept: Step[][] = [forward.at(-1) ?? []];
    for (let session = forward.length - 1; session > 0; session -= 1) {
      const goal = kept[0] ?? [];
      kept.unshift((forward[session - 1] ?? []).filter((step) => common(goal, followers([step], session)).length > 0));
    }
    return kept;
  }
}

function earliestDays(
  firstDay: number,
  ties: TiedCourses,
  { sessions, gapMin, gapMax }: { readonly sessions: number; readonly gapMin: number; readonly gapMax: number },
): readonly number[] {
  const days = [firstDay];
  let steps = ties.first;
  for (let session = 1; session < sessions; session += 1) {
    const day = days[session - 1] as number;
    let found: Step[] = [];
    let next = day + gapMin;
    for (; found.length === 0 && next <= day + gapMax; next += 1) {
      const at = next;
      found = distinct(steps.flatMap((step) => ties.after(step, { session, day, next: at })));
    }
    if (found.length === 0) throw new RangeError(`no session ${session + 1} follows day ${day}`);
    days.push(next - 1);
    steps = found;
  }
  return days;
}

function least(steps: readonly Step[], of: (step: Step) => number): Step[] {
  const smallest = Math.min(...steps.map(of));
  return steps.filter((step) => of(step) === smallest);
}

function distinct(steps: readonly Step[]): Step[] {
  return steps.length < 2 ? [...steps] : [...new Map(steps.map((step) => [idOf(step), step])).values()];
}

function common(steps: readonly Step[], others: readonly Step[]): Step[] {
  const ids = new Set(others.map(idOf));
  return steps.filter((step) => ids.has(idOf(step)));
}

function idOf({ cell, key }: Step): number {
  return cell * 2 ** 32 + key;
}
