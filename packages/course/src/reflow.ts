import { type CalendarDate, epochDay, fromEpochDay, ok, type Result, refuse } from "@fibril/kernel";
import type { GapDays } from "./course-rules.ts";
import { gapVerdict } from "./session-window.ts";

export interface CourseDay {
  readonly ordinal: number;
  readonly day: CalendarDate;
  /** The gap after the session before, where a reaction made it another than the course's. */
  readonly gapDays?: GapDays;
}

export interface Move {
  /** In the order of their ordinals. */
  readonly sessions: readonly CourseDay[];
  /** Position of the moved session in the list, 0 for the first. */
  readonly movedIndex: number;
  readonly newDay: CalendarDate;
  readonly gapDays: GapDays;
  /** The first legal day, from suitability; null where there is none. */
  readonly notBefore: CalendarDate | null;
  /** Days on which nobody can be treated: closures, the patient's own. */
  readonly isPossible?: (day: CalendarDate) => boolean;
}

export interface MovedSession {
  readonly ordinal: number;
  readonly before: CalendarDate;
  readonly after: CalendarDate;
}

export type ReflowProblem =
  | { readonly code: "before-not-before"; readonly notBefore: CalendarDate }
  | { readonly code: "too-soon" | "too-late"; readonly ordinal: number; readonly previous: CalendarDate }
  | { readonly code: "no-possible-day"; readonly ordinal: number };

/**
 * Moves one session: those before it stay, and the later ones are placed again with the least change, counted in days
 * over all of them; of equal changes the earlier days. Gives every session with the day before and after.
 *
 * Refuses a new day that is no legal gap after the session before, or before `notBefore`, and a move that leaves a
 * later session no possible day. The answer is dates: whether a place is free on them is the booking's question.
 */
export function reflow(move: Move): Result<readonly MovedSession[], ReflowProblem> {
  const { sessions, movedIndex, newDay, notBefore } = move;
  if (notBefore !== null && newDay < notBefore) return refuse({ code: "before-not-before", notBefore });
  const problem = problemOfNewDay(move);
  if (problem) return refuse(problem);
  let ways: readonly Way[] = [{ days: [epochDay(newDay)], changeDays: 0 }];
  for (const session of sessions.slice(movedIndex + 1)) {
    ways = carryOn(ways, session, move);
    if (ways.length === 0) return refuse({ code: "no-possible-day", ordinal: session.ordinal });
  }
  const best = ways.reduce((least, way) => (isLess(way, least) ? way : least));
  return ok(
    sessions.map(({ ordinal, day }, index) => {
      const placed = best.days[index - movedIndex];
      return { ordinal, before: day, after: placed === undefined ? day : fromEpochDay(placed) };
    }),
  );
}

/** The days of the moved session and those after it so far, in days since 1970-01-01. */
interface Way {
  readonly days: readonly number[];
  readonly changeDays: number;
}

/** The least change to each possible day of the next session. */
function carryOn(ways: readonly Way[], session: CourseDay, move: Move): readonly Way[] {
  const best = new Map<number, Way>();
  const stood = epochDay(session.day);
  for (const way of ways) {
    for (const day of possibleDays(way.days.at(-1) as number, session, move)) {
      const next = { days: [...way.days, day], changeDays: way.changeDays + Math.abs(stood - day) };
      const known = best.get(day);
      if (!known || isLess(next, known)) best.set(day, next);
    }
  }
  return [...best.values()];
}

function possibleDays(previous: number, session: CourseDay, { gapDays, isPossible }: Move): number[] {
  const { min, max } = session.gapDays ?? gapDays;
  const days = Array.from({ length: max - min + 1 }, (_, extra) => previous + min + extra);
  return isPossible ? days.filter((day) => isPossible(fromEpochDay(day))) : days;
}

function isLess(way: Way, other: Way): boolean {
  if (way.changeDays !== other.changeDays) return way.changeDays < other.changeDays;
  const index = way.days.findIndex((day, at) => day !== other.days[at]);
  return index >= 0 && (way.days[index] as number) < (other.days[index] as number);
}

function problemOfNewDay({ sessions, movedIndex, newDay, gapDays }: Move): ReflowProblem | null {
  const moved = sessions[movedIndex];
  if (!moved) throw new RangeError(`no session at position ${movedIndex}`);
  const previous = sessions[movedIndex - 1];
  if (!previous) return null;
  const verdict = gapVerdict(previous.day, newDay, moved.gapDays ?? gapDays);
  return verdict === "legal" ? null : { code: verdict, ordinal: moved.ordinal, previous: previous.day };
}
