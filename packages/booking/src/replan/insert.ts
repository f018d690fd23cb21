import { aimWeights } from "./aims.ts";
import type { Board, Candidate } from "./board.ts";
import type { Spot } from "./grid.ts";

/**
 * Places sessions one after another, always the one that would lose most by waiting: the greatest difference between
 * its best and its second best day, and first of all one that has a single day left. Sessions without a place stay.
 */
export function insertByRegret(board: Board, sessions: Iterable<number>): void {
  const waiting = new Set(sessions);
  for (;;) {
    const next = mostRegretted(board, waiting);
    if (next === null) return;
    waiting.delete(next.session);
    moveTo(board, next.session, next.candidate);
  }
}

interface Choice {
  readonly session: number;
  readonly candidate: Candidate;
  readonly regret: number;
}

function mostRegretted(board: Board, waiting: ReadonlySet<number>): Choice | null {
  let most: Choice | null = null;
  for (const session of waiting) {
    const [candidate, second] = board.twoBest(session);
    if (!candidate) continue;
    const regret = second ? second.price - candidate.price : aimWeights.unplaced - candidate.price;
    if (most === null || regret > most.regret) most = { session, candidate, regret };
  }
  return most;
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
