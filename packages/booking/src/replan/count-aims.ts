import { aimWeights } from "./aims.ts";
import type { Board, BoardSession } from "./board.ts";
import type { Spot } from "./grid.ts";
import type { ReplanAims } from "./replan-case.ts";

/** What the plan on the board costs, aim by aim; nobody may be lifted. */
export function countAims(board: Board): ReplanAims {
  const sum = { unplaced: 0, othersMoved: 0, daysFromIdeal: 0, practitionerChanges: 0, slotsMoved: 0 };
  for (let index = 0; index < board.sessions.length; index += 1) {
    const { given, home } = board.sessions[index] as BoardSession;
    if (board.isAtHome(index)) {
      if (given.role === "displaced") sum.unplaced += 1;
      continue;
    }
    const spot = board.spots[index] as Spot;
    if (given.role === "movable") sum.othersMoved += 1;
    sum.daysFromIdeal += Math.abs(spot.day - board.windowOf(index).ideal);
    sum.practitionerChanges += Number(spot.practitioner !== home.practitioner);
    sum.slotsMoved += Math.abs(spot.slot - home.slot);
  }
  return sum;
}

/** One number that orders plans as their aims do. */
export function priceOf(aims: ReplanAims): number {
  return (
    aims.unplaced * aimWeights.unplaced +
    aims.othersMoved * aimWeights.othersMoved +
    aims.daysFromIdeal * aimWeights.daysFromIdeal +
    aims.practitionerChanges * aimWeights.practitionerChanges +
    aims.slotsMoved * aimWeights.slotsMoved
  );
}
