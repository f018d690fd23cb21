import { aimWeights } from "./aims.ts";
import type { Board, BoardSession } from "./board.ts";
import { countAims, priceOf } from "./count-aims.ts";
import type { Spot } from "./grid.ts";
import { insertByRegret, insertInOrder, moveTo } from "./insert.ts";

export interface Effort {
  /** How often a handful of sessions is taken out and placed anew. */
  readonly rounds: number;
  readonly seed: number;
  /** Asked before each round; the plan so far stands whenever it says so. */
  readonly isOver?: () => boolean;
}

const leastTaken = 2;
const mostTaken = 9;
const nearbyDays = 3;
/** By how many slots a plan may be worse than the one before it at first, so that the search leaves a hollow. */
const firstTolerance = 24;
/** How many rounds that tolerance takes to come down to nothing; then it begins anew from the best plan. */
const cycleRounds = 400;

/**
 * Makes a plan better without ever making it worse: ejection chains for whoever has no place, then a few sessions at a
 * time taken out and placed anew, by regret or in any order. A round may end a little worse than it began; the best
 * plan of all is what stands in the end. The same seed gives the same plan.
 */
export function improve(board: Board, { rounds, seed, isOver = () => false }: Effort): void {
  const random = dice(seed);
  settle(board);
  let best = { spots: remember(board), price: priceOf(countAims(board)) };
  for (let round = 0; round < rounds && !isOver(); round += 1) {
    const left = 1 - (round % cycleRounds) / cycleRounds;
    if (left === 1) restore(board, best.spots);
    tryOut(board, () => reinsertSome(board, random), firstTolerance * left ** 2 * aimWeights.slotsMoved);
    if (round % 40 === 39) placeByEjection(board);
    const price = priceOf(countAims(board));
    if (price < best.price) best = { spots: remember(board), price };
  }
  restore(board, best.spots);
  settle(board);
}

/** Who is left tries once more to be let in, and who was moved for nothing goes home. */
export function settle(board: Board): void {
  placeByEjection(board);
  sendHome(board);
}

/** Each session without a place once: somebody else steps aside for it, where that makes the plan better. */
function placeByEjection(board: Board): void {
  insertByRegret(board, withoutPlace(board));
  for (const session of withoutPlace(board)) {
    const best = bestEjection(board, session);
    if (best !== null) tryOut(board, () => eject(board, session, best));
  }
}

function bestEjection(board: Board, session: number): number | null {
  let best: number | null = null;
  let least = priceOf(countAims(board));
  for (const other of inTheWay(board, session)) {
    const stood = remember(board);
    const price = eject(board, session, other) ? priceOf(countAims(board)) : Infinity;
    if (price < least) [best, least] = [other, price];
    restore(board, stood);
  }
  return best;
}

function inTheWay(board: Board, session: number): readonly number[] {
  const { from, to } = board.windowOf(session);
  return board.sessions.flatMap(({ given }, other) => {
    if (other === session || (given.role === "displaced" && board.isAtHome(other))) return [];
    const { day } = board.spots[other] as Spot;
    return isBeside(board, session, other) || (from <= day && day <= to) ? [other] : [];
  });
}

function isBeside(board: Board, session: number, other: number): boolean {
  const { previous, next } = board.sessions[session] as BoardSession;
  return previous?.session === other || next?.session === other;
}

/** Takes the other out, places the session, then the other; a neighbour of its own course tries other days first. */
function eject(board: Board, session: number, other: number): boolean {
  if (isBeside(board, session, other)) return ejectNeighbour(board, session, other);
  const { day } = board.spots[other] as Spot;
  board.lift(other);
  const candidate = board.bestOn(session, day);
  if (!(candidate && moveTo(board, session, candidate))) return false;
  insertByRegret(board, [other]);
  return !board.isLifted(other);
}

function ejectNeighbour(board: Board, session: number, other: number): boolean {
  const { from, to } = board.windowOf(other);
  for (let day = from; day <= to; day += 1) {
    const stood = remember(board);
    const candidate = board.bestOn(other, day);
    if (candidate && moveTo(board, other, candidate)) {
      insertByRegret(board, [session]);
      if (!board.isAtHome(session)) return true;
    }
    restore(board, stood);
  }
  return false;
}

/** Those that were moved for others and need not have been. */
function sendHome(board: Board): void {
  for (const [session, { given, home }] of board.sessions.entries()) {
    if (given.role === "displaced" || board.isAtHome(session) || !board.canGoHome(session)) continue;
    const { from, to } = board.windowOf(session);
    if (home.day < from || home.day > to) continue;
    board.lift(session);
    board.put(session, home);
  }
}

function reinsertSome(board: Board, random: (limit: number) => number): boolean {
  const displaced = board.sessions.flatMap(({ given }, session) => (given.role === "displaced" ? [session] : []));
  const chosen = displaced[random(displaced.length)];
  if (chosen === undefined) return false;
  const day = board.isAtHome(chosen) ? board.windowOf(chosen).ideal : (board.spots[chosen] as Spot).day;
  const reach = random(nearbyDays + 1);
  const near = displaced.filter(
    (session) => !board.isAtHome(session) && Math.abs((board.spots[session] as Spot).day - day) <= reach,
  );
  const taken = shuffled(near, random).slice(0, leastTaken + random(mostTaken - leastTaken));
  for (const session of taken) board.lift(session);
  const order = shuffled([...withoutPlace(board), ...taken], random);
  if (random(3) === 0) insertByRegret(board, order);
  else insertInOrder(board, order);
  return taken.every((session) => !board.isLifted(session) || returnHome(board, session));
}

/** One that found no new place stays booked where it was, if nobody has been put there. */
function returnHome(board: Board, session: number): boolean {
  if (!board.canGoHome(session)) return false;
  board.put(session, (board.sessions[session] as BoardSession).home);
  return true;
}

function withoutPlace(board: Board): readonly number[] {
  return board.sessions.flatMap(({ given }, session) =>
    given.role === "displaced" && board.isAtHome(session) ? [session] : [],
  );
}

/** Keeps what was done where it could be done and the plan is worse by no more than `tolerance` for it. */
function tryOut(board: Board, change: () => boolean, tolerance = 0): void {
  const stood = remember(board);
  const before = priceOf(countAims(board));
  if (!change() || priceOf(countAims(board)) > before + tolerance) restore(board, stood);
}

export function remember(board: Board): readonly Spot[] {
  return [...board.spots];
}

export function restore(board: Board, spots: readonly Spot[]): void {
  const changed = spots.flatMap((spot, session) =>
    board.spots[session] === spot && !board.isLifted(session) ? [] : [session],
  );
  for (const session of changed) if (!board.isLifted(session)) board.lift(session);
  for (const session of changed) board.put(session, spots[session] as Spot);
}

function shuffled(items: readonly number[], random: (limit: number) => number): readonly number[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

/** Mulberry32: whole numbers from 0 to one below the limit. */
function dice(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return limit === 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
