import { type GapDays, startingFrom, windowAfter, windowBetween } from "@fibril/course";
import { addDays, type CalendarDate, ok, type Result, refuse } from "@fibril/kernel";

/** What somebody on the waitlist waits for, and what stands around it. */
export interface WaitingVisit {
  readonly wish: DayRange;
  readonly today: CalendarDate;
  /** The visit that they have for it now; null where they have none. */
  readonly present: CalendarDate | null;
  /** Null for a consultation, which no gap and no decision binds. */
  readonly session: WaitingSession | null;
}

export interface WaitingSession {
  readonly gapDays: GapDays;
  /** The days of the sessions around it, which stay. */
  readonly previous: CalendarDate | null;
  readonly next: CalendarDate | null;
  /** A session before it has no day, so that no window can be told. */
  readonly isPreviousUnplaced: boolean;
  /** The first day that the signed decision permits; null where none permits. */
  readonly permittedFrom: CalendarDate | null;
}

export interface DayRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export const dayObstacles = [
  "wish-is-over",
  "not-permitted",
  "previous-unplaced",
  "gap",
  "before-permission",
  "as-early-already",
] as const;
export type DayObstacle = (typeof dayObstacles)[number];

/**
 * The days on which a freed place may be offered: the wished ones that keep the gap to both neighbours and the signed
 * decision, and that are earlier than what the person has, unless that lies outside its clinical window.
 */
export function offerableDays(visit: WaitingVisit): Result<DayRange, DayObstacle> {
  const { wish, today, session } = visit;
  const from = wish.from < today ? today : wish.from;
  if (wish.to < from) return refuse("wish-is-over");
  const legal = session ? sessionDays(session, { from, to: wish.to }) : ok({ from, to: wish.to });
  return legal.ok ? earlierThanPresent(visit, legal.value) : legal;
}

function sessionDays(session: WaitingSession, wish: DayRange): Result<DayRange, DayObstacle> {
  const { permittedFrom, isPreviousUnplaced, previous, next, gapDays } = session;
  if (permittedFrom === null) return refuse("not-permitted");
  if (isPreviousUnplaced) return refuse("previous-unplaced");
  const isFree = previous === null && next === null;
  const window = isFree ? { ...wish, target: wish.from } : windowBetween({ previous, next, gapDays });
  const days = window && common(window, wish);
  if (!days) return refuse("gap");
  const permitted = startingFrom({ ...days, target: days.from }, permittedFrom);
  return permitted ? ok({ from: permitted.from, to: permitted.to }) : refuse("before-permission");
}

function earlierThanPresent(visit: WaitingVisit, days: DayRange): Result<DayRange, DayObstacle> {
  if (visit.present === null || returnsToWindow(visit)) return ok(days);
  const earlier = common(days, { from: days.from, to: addDays(visit.present, -1) });
  return earlier ? ok(earlier) : refuse("as-early-already");
}

/** Whether an offer would bring a session back into its clinical window: it has no day, or one past the longest gap. */
export function returnsToWindow({ session, present }: Pick<WaitingVisit, "session" | "present">): boolean {
  if (session?.previous == null) return false;
  return present === null || present > windowAfter(session.previous, session.gapDays).to;
}

function common(left: DayRange, right: DayRange): DayRange | null {
  const from = left.from > right.from ? left.from : right.from;
  const to = left.to < right.to ? left.to : right.to;
  return to < from ? null : { from, to };
}
