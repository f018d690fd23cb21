import { aimWeights } from "./aims.ts";
import type { Board, BoardSession, Candidate } from "./board.ts";
import type { Spot } from "./grid.ts";

/**
 * Places sessions one after another, always the one that would lose most by waiting: the greatest difference between
 * its best and its second best day, and first of all one that has a single day left. Sessions without a place stay.
 * What a session would lose is worked out anew only when a day of its window, or the window itself, has changed.
 */
export function insertByRegret(board: Board, sessions: Iterable<number>): void {
  const waiting = new Map<number, Outlook | null>(Array.from(sessions, (session) => [session, null]));
  for (;;) {
    const next = mostRegretted(board, waiting);
    if (next === null) return;
    waiting.delete(next.session);
    const before = (board.spots[next.session] as Spot).day;
    moveTo(board, next.session, next.candidate);
    const after = (board.spots[next.session] as Spot).day;
    for (const [session, outlook] of waiting) {
      if (outlook && isTouched(board, session, { outlook, moved: next.session, days: [before, after] }))
        waiting.set(session, null);
    }
  }
}

/** Places sessions in the order that is given, each at its best; those without a place stay. */
export function insertInOrder(board: Board, sessions: Iterable<number>): void {
  for (const session of sessions) {
    const [candidate] = board.twoBest(session);
    if (candidate) moveTo(board, session, candidate);
  }
}

interface Choice {
  readonly session: number;
  readonly candidate: Candidate;
  readonly regret: number;
}

/** What a session could have, and the days on which that depends. */
interface Outlook {
  readonly choice: Choice | null;
  readonly from: number;
  readonly to: number;
}

function mostRegretted(board: Board, waiting: Map<number, Outlook | null>): Choice | null {
  let most: Choice | null = null;
  for (const [session, known] of waiting) {
    const outlook = known ?? lookOut(board, session);
    if (known === null) waiting.set(session, outlook);
    const { choice } = outlook;
    if (choice !== null && (most === null || choice.regret > most.regret)) most = choice;
  }
  return most;
}

function lookOut(board: Board, session: number): Outlook {
  const { from, to } = board.windowOf(session);
  const [candidate, second] = board.twoBest(session);
  if (!candidate) return { choice: null, from, to };
  const regret = second ? second.price - candidate.price : aimWeights.unplaced - candidate.price;
  return { choice: { session, candidate, regret }, from, to };
}

function isTouched(
  board: Board,
  session: number,
  { outlook, moved, days }: { readonly outlook: Outlook; readonly moved: number; readonly days: readonly number[] },
): boolean {
  const { previous, next } = board.sessions[session] as BoardSession;
  if (previous?.session === moved || next?.session === moved) return true;
  return days.some((day) => outlook.from <= day && day <= outlook.to);
}

/** Moves a session to a candidate that was found for it; nothing changes where its rooms are not free after all. */
export function moveTo(board: Board, session: number, candidate: Candidate): boolean {
  const wasLifted = board.isLifted(session);
  if (!wasLifted) board.lift(session);
  const spot = board.furnish(session, candidate);
  if (spot !== null) board.put(session, spot);
  else if (!wasLifted) board.put(session, board.spots[session] as Spot);
  return spot !== null;
}
