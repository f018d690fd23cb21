import { addDays, type CalendarDate, daysBetween, ok, type Result, refuse } from "@fibril/kernel";
import { courseRules, type GapDays } from "./course-rules.ts";

/** The days on which a session may fall, both included. */
export interface SessionWindow {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly target: CalendarDate;
}

export type CourseProblem =
  | { readonly code: "too-few-sessions"; readonly sessions: number; readonly min: number }
  | { readonly code: "too-many-sessions"; readonly sessions: number; readonly max: number }
  | { readonly code: "gap-too-short"; readonly minDays: number; readonly leastDays: number }
  | { readonly code: "gap-too-long"; readonly maxDays: number; readonly mostDays: number }
  | { readonly code: "gap-out-of-order"; readonly gapDays: GapDays };

/** Where the next session may fall after one on `previous`; civil days, so that a clock change moves nothing. */
export function windowAfter(previous: CalendarDate, gapDays: GapDays): SessionWindow {
  return {
    from: addDays(previous, gapDays.min),
    to: addDays(previous, gapDays.max),
    target: addDays(previous, gapDays.target),
  };
}

/**
 * Where a session may fall between two that stay: a legal gap after the one and before the other; null where no day is
 * both. The target follows the session before, or leads to the one after where there is none before.
 */
export function windowBetween({
  previous,
  next,
  gapDays,
}: {
  readonly previous: CalendarDate | null;
  readonly next: CalendarDate | null;
  readonly gapDays: GapDays;
}): SessionWindow | null {
  const after = previous && windowAfter(previous, gapDays);
  const before = next && {
    from: addDays(next, -gapDays.max),
    to: addDays(next, -gapDays.min),
    target: addDays(next, -gapDays.target),
  };
  if (!(after && before)) return after ?? before;
  const from = after.from > before.from ? after.from : before.from;
  const to = after.to < before.to ? after.to : before.to;
  return to < from ? null : { from, to, target: nearestDay(after.target, { from, to }) };
}

/** The day itself where it lies within, else the nearer end. */
function nearestDay(
  day: CalendarDate,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): CalendarDate {
  if (day < from) return from;
  return day > to ? to : day;
}

/** A suitability answer may say "not before": it moves the first legal day, and may leave none. */
export function startingFrom(window: SessionWindow, notBefore: CalendarDate | null): SessionWindow | null {
  if (notBefore === null || notBefore <= window.from) return window;
  if (notBefore > window.to) return null;
  return { from: notBefore, to: window.to, target: nearestDay(window.target, { from: notBefore, to: window.to }) };
}

export interface CoursePlan {
  readonly firstSession: CalendarDate;
  readonly sessions: number;
  readonly gapDays: GapDays;
}

export interface PlannedSession {
  readonly ordinal: number;
  readonly window: SessionWindow;
}

/**
 * Lays out a course from its first day: session k + 1 stands k targets later, in the window that any legal days of the
 * sessions between could lead to. Refuses fewer than 3 or more than 6 sessions and gaps outside 28 to 42 days.
 */
export function planCourse(plan: CoursePlan): Result<readonly PlannedSession[], CourseProblem> {
  const problem = problemOf(plan);
  if (problem) return refuse(problem);
  const { firstSession, sessions, gapDays } = plan;
  return ok(
    Array.from({ length: sessions }, (_, index) => ({
      ordinal: index + 1,
      window: windowAfter(firstSession, {
        min: index * gapDays.min,
        max: index * gapDays.max,
        target: index * gapDays.target,
      }),
    })),
  );
}

function problemOf({ sessions, gapDays }: CoursePlan): CourseProblem | null {
  const { min, max } = courseRules.sessions;
  if (!(sessions >= min)) return { code: "too-few-sessions", sessions, min };
  if (sessions > max) return { code: "too-many-sessions", sessions, max };
  return gapProblem(gapDays);
}

/** What is wrong with gaps between sessions, or null. */
export function gapProblem(gapDays: GapDays): CourseProblem | null {
  const leastDays = courseRules.gapMinDays.value;
  const mostDays = courseRules.gapMaxDays.value;
  if (!(gapDays.min >= leastDays)) return { code: "gap-too-short", minDays: gapDays.min, leastDays };
  if (!(gapDays.max <= mostDays)) return { code: "gap-too-long", maxDays: gapDays.max, mostDays };
  const inOrder = gapDays.min <= gapDays.target && gapDays.target <= gapDays.max;
  return inOrder ? null : { code: "gap-out-of-order", gapDays };
}

export type GapVerdict = "legal" | "too-soon" | "too-late";

/** Whether two neighbouring sessions are a legal gap apart. */
export function gapVerdict(previous: CalendarDate, day: CalendarDate, gapDays: GapDays): GapVerdict {
  const days = daysBetween(previous, day);
  if (days < gapDays.min) return "too-soon";
  return days > gapDays.max ? "too-late" : "legal";
}
