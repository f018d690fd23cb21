import { fromEpochDay } from "@fibril/kernel";
import { slotMinutes } from "../course-search.ts";
import type { Board, BoardSession } from "./board.ts";
import { checkPlan } from "./check-plan.ts";
import { countAims } from "./count-aims.ts";
import { claimsOfSpot, type GridService, isOverlapping, type Spot } from "./grid.ts";
import { obstaclesOf } from "./obstacles.ts";
import type { ReplanAnswer, ReplanCase, ReplanLine, ReplanPlace, ReplanWindow } from "./replan-case.ts";

/** The plan on the board in the words of the case, looked at once more by plain intervals. */
export function readBoard(given: ReplanCase, board: Board): ReplanAnswer {
  const places = new Map<string, ReplanPlace>();
  for (const [session, { given: wish }] of board.sessions.entries()) {
    if (!board.isAtHome(session)) places.set(wish.id, placeOf(board, session));
  }
  const wrong = checkPlan(given, places);
  if (wrong.length > 0) throw new Error(`a plan that is not legal: ${wrong.join("; ")}`);
  const lines = board.sessions.flatMap(({ given: wish }, session) =>
    wish.role === "displaced" || !board.isAtHome(session) ? [lineOf(board, session)] : [],
  );
  return { lines, aims: countAims(board) };
}

function placeOf({ grid, sessions, spots }: Board, session: number): ReplanPlace {
  const { day, slot, practitioner, prepRoom, treatmentRoom, device } = spots[session] as Spot;
  const { service } = sessions[session] as BoardSession;
  const { prep } = (grid.services[service] as GridService).lengths;
  const { frame } = grid;
  return {
    day: fromEpochDay(frame.firstDay + day),
    startMinute: (slot - prep + frame.firstSlot) * slotMinutes,
    practitioner: frame.practitioners[practitioner]?.id ?? "",
    prepRoom: frame.rooms[prepRoom]?.id ?? "",
    treatmentRoom: frame.rooms[treatmentRoom]?.id ?? "",
    device: device === -1 ? null : (frame.devices[device]?.id ?? null),
  };
}

function lineOf(board: Board, session: number): ReplanLine {
  const { given, home } = board.sessions[session] as BoardSession;
  const window = windowOf(board, session);
  const line = { session: given.id, role: given.role, before: given.place, window };
  if (board.isAtHome(session)) {
    return { ...line, after: null, terms: null, obstacles: obstaclesOf(board, session), needs: [] };
  }
  const spot = board.spots[session] as Spot;
  const terms = {
    daysFromIdeal: spot.day - board.windowOf(session).ideal,
    daysMoved: spot.day - home.day,
    practitionerChanged: spot.practitioner !== home.practitioner,
    minutesMoved: (spot.slot - home.slot) * slotMinutes,
  };
  return { ...line, after: placeOf(board, session), terms, obstacles: [], needs: needsOf(board, session) };
}

function windowOf(board: Board, session: number): ReplanWindow | null {
  const { from, to, ideal } = board.windowOf(session);
  if (to < from) return null;
  const dayOf = (day: number) => fromEpochDay(board.grid.frame.firstDay + day);
  return { from: dayOf(from), to: dayOf(to), ideal: dayOf(ideal) };
}

/** Those who must leave first: they stood where this one goes, or their own move makes its gap legal. */
function needsOf(board: Board, session: number): readonly string[] {
  const { service, previous, next } = board.sessions[session] as BoardSession;
  const claims = claimsOf(board, board.spots[session] as Spot, service);
  const { day } = board.spots[session] as Spot;
  return board.sessions.flatMap((other, index) => {
    if (index === session || board.isAtHome(index)) return [];
    const isBeside = previous?.session === index || next?.session === index;
    const isThere =
      other.home.day === day &&
      claimsOf(board, other.home, other.service).some((claim) => claims.some((own) => isOverlapping(own, claim)));
    return isBeside || isThere ? [other.given.id] : [];
  });
}

function claimsOf({ grid }: Board, spot: Spot, service: number) {
  return claimsOfSpot(spot, (grid.services[service] as GridService).lengths);
}
