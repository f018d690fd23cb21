import { epochDay } from "@fibril/kernel";
import { hasAll } from "../bits.ts";
import { aimWeights } from "./aims.ts";
import { type DayWindow, gapWindow } from "./gap-window.ts";
import {
  claimsOfSpot,
  type Grid,
  type GridService,
  isOverlapping,
  openGrid,
  type Spot,
  startsOnDay,
  toSpot,
} from "./grid.ts";
import type { ReplanCase, ReplanSession } from "./replan-case.ts";
import { nearestSlot } from "./slot-search.ts";

/** A session in numbers: neighbours by position, days by number in the frame. */
export interface BoardSession {
  readonly given: ReplanSession;
  readonly service: number;
  readonly home: Spot;
  readonly previous: BoardNeighbour | null;
  readonly next: BoardNeighbour | null;
  readonly earliest: number;
  readonly latest: number;
  readonly blockedDays: ReadonlySet<number>;
}

interface BoardNeighbour {
  readonly day: number;
  /** -1 where it stays. */
  readonly session: number;
}

export interface Candidate {
  readonly day: number;
  readonly slot: number;
  readonly practitioner: number;
  readonly price: number;
}

/**
 * Where every session of the case stands now, and what could be: a displaced session that has no new place yet keeps
 * its old one, claims and all, because it stays booked there until somebody speaks with the patient.
 */
export interface Board {
  readonly grid: Grid;
  readonly sessions: readonly BoardSession[];
  readonly spots: readonly Spot[];
  /** Gives the claims of a session back until it is put somewhere. */
  readonly lift: (session: number) => void;
  readonly put: (session: number, spot: Spot) => void;
  readonly isAtHome: (session: number) => boolean;
  /** What the neighbours leave, wherever they stand now; empty where `to` is before `from`. */
  readonly windowOf: (session: number) => DayWindow;
  /** The best candidate on one day, or null; the session need not be lifted. */
  readonly bestOn: (session: number, day: number) => Candidate | null;
  /** The best two days. */
  readonly twoBest: (session: number) => readonly Candidate[];
  /** The candidate with its rooms and device, those of before where they are free. */
  readonly furnish: (session: number, candidate: Omit<Candidate, "price">) => Spot | null;
  readonly isLifted: (session: number) => boolean;
  /** Whether nobody of the case stands where the session was booked. */
  readonly canGoHome: (session: number) => boolean;
}

export function openBoard(given: ReplanCase): Board {
  const grid = openGrid(given);
  const { frame } = grid;
  const names = Object.keys(given.services);
  const positions = new Map(given.sessions.map(({ id }, index) => [id, index]));
  const sessions = given.sessions.map((session) => boardSession(session, { grid, names, positions }));
  const spots: Spot[] = sessions.map(({ home }) => home);
  const lifted = new Set<number>();
  for (const { home, service } of sessions) grid.take(home, service);
  const memory = candidateMemory(sessions.length * frame.days);
  const tables = new Map<number, { readonly state: number; readonly starts: ReturnType<typeof startsOnDay> }>();

  return {
    grid,
    sessions,
    spots,
    lift,
    put,
    isLifted: (session) => lifted.has(session),
    isAtHome,
    windowOf,
    bestOn,
    twoBest,
    furnish,
    canGoHome,
  };

  function serviceOf(session: number): GridService {
    return grid.services[(sessions[session] as BoardSession).service] as GridService;
  }

  function lift(session: number): void {
    const { service } = sessions[session] as BoardSession;
    lifted.add(session);
    grid.giveBack(spots[session] as Spot, service);
  }

  function put(session: number, spot: Spot): void {
    const { service } = sessions[session] as BoardSession;
    if (!lifted.delete(session)) throw new RangeError("a session is lifted before it is put somewhere else");
    spots[session] = spot;
    grid.take(spot, service);
  }

  function isAtHome(session: number): boolean {
    return spots[session] === sessions[session]?.home;
  }

  function dayOf(neighbour: BoardNeighbour): number {
    return neighbour.session === -1 ? neighbour.day : (spots[neighbour.session] as Spot).day;
  }

  function windowOf(session: number): DayWindow {
    const { previous, next, home, given: wish, earliest, latest } = sessions[session] as BoardSession;
    const beside = { before: previous && dayOf(previous), after: next && dayOf(next), booked: home.day };
    const { from, to, ideal } = gapWindow(beside, wish.gapDays);
    return { from: Math.max(from, earliest, 0), to: Math.min(to, latest, frame.days - 1), ideal };
  }

  function startsOn(session: number, day: number): ReturnType<typeof startsOnDay> {
    const { service } = sessions[session] as BoardSession;
    const key = day * grid.services.length + service;
    const state = grid.stateOfDay[day] as number;
    const known = tables.get(key);
    if (known?.state === state) return known.starts;
    const starts = startsOnDay(grid, serviceOf(session), day);
    tables.set(key, { state, starts });
    return starts;
  }

  function bestOn(session: number, day: number): Candidate | null {
    const { blockedDays } = sessions[session] as BoardSession;
    if (blockedDays.has(day)) return null;
    const at = session * frame.days + day;
    const isOwnDay = (spots[session] as Spot).day === day && !lifted.has(session);
    const state = (grid.stateOfDay[day] as number) + (lifted.has(session) ? 0.5 : 0);
    const known = memory.recall(at, state);
    if (known !== undefined) return known;
    const found = isOwnDay ? withoutItself(session, day) : nearest(session, day, startsOn(session, day));
    memory.keep(at, state, found);
    return found;
  }

  /** On its own day a session does not stand in its own way. */
  function withoutItself(session: number, day: number): Candidate | null {
    const state = grid.stateOfDay[day] as number;
    const { service } = sessions[session] as BoardSession;
    const spot = spots[session] as Spot;
    grid.giveBack(spot, service);
    const found = nearest(session, day, startsOnDay(grid, serviceOf(session), day));
    grid.take(spot, service);
    grid.stateOfDay[day] = state;
    return found;
  }

  function nearest(session: number, day: number, starts: ReturnType<typeof startsOnDay>): Candidate | null {
    const { home } = sessions[session] as BoardSession;
    let best: Candidate | null = null;
    for (const [practitioner, slots] of starts) {
      const slot = nearestSlot(slots, home.slot);
      const price = priceOfStart(home, { practitioner, slot });
      if (best === null || price < best.price) best = { day, slot, practitioner, price };
    }
    return best;
  }

  function twoBest(session: number): readonly Candidate[] {
    const { from, to, ideal } = windowOf(session);
    const best: Candidate[] = [];
    for (let day = from; day <= to; day += 1) {
      const found = bestOn(session, day);
      if (found === null) continue;
      const price = found.price + Math.abs(day - ideal) * aimWeights.daysFromIdeal;
      keepTwo(best, { ...found, price });
    }
    return best;
  }

  function furnish(session: number, { day, slot, practitioner }: Omit<Candidate, "price">): Spot | null {
    const { home } = sessions[session] as BoardSession;
    const service = serviceOf(session);
    const { prep, room, device } = service.lengths;
    const free = (rows: readonly Int32Array[], members: readonly number[], own: number, from: number, to: number) =>
      firstFree(rows, [...members.filter((index) => index === own), ...members], { day, from, to });
    const treatmentRoom = free(grid.rooms, service.treatmentRooms, home.treatmentRoom, slot, slot + room);
    const prepRoom = free(grid.rooms, service.prepRooms, home.prepRoom, slot - prep, slot);
    const held = service.devices && free(grid.devices, service.devices, home.device, slot, slot + device);
    if (treatmentRoom === -1 || prepRoom === -1 || held === -1) return null;
    return { day, slot, practitioner, prepRoom, treatmentRoom, device: held ?? -1 };
  }

  function firstFree(
    rows: readonly Int32Array[],
    members: readonly number[],
    { day, from, to }: { readonly day: number; readonly from: number; readonly to: number },
  ): number {
    const { words } = frame;
    const found = members.find((index) => hasAll(rows[index] as Int32Array, day * words, { from, to, words }));
    return found ?? -1;
  }

  function canGoHome(session: number): boolean {
    const { home, service } = sessions[session] as BoardSession;
    const own = claimsOfSpot(home, (grid.services[service] as GridService).lengths);
    return sessions.every((other, index) => {
      const spot = spots[index] as Spot;
      if (index === session || lifted.has(index) || spot.day !== home.day) return true;
      const theirs = claimsOfSpot(spot, (grid.services[other.service] as GridService).lengths);
      return !own.some((claim) => theirs.some((taken) => isOverlapping(claim, taken)));
    });
  }
}

/** Keeps the cheapest two, of equal ones those that came first. */
function keepTwo(best: Candidate[], candidate: Candidate): void {
  const [first, second] = best;
  if (first === undefined || candidate.price < first.price) best.unshift(candidate);
  else if (second === undefined || candidate.price < second.price) best.splice(1, 0, candidate);
  best.length = Math.min(best.length, 2);
}

export function priceOfStart(home: Spot, start: { readonly practitioner: number; readonly slot: number }): number {
  const change = start.practitioner === home.practitioner ? 0 : aimWeights.practitionerChanges;
  return change + Math.abs(start.slot - home.slot) * aimWeights.slotsMoved;
}

/** What was found for a session on a day, for as long as the day's state is the same. */
function candidateMemory(size: number) {
  const states = new Float64Array(size).fill(-1);
  const found = new Array<Candidate | null>(size).fill(null);
  return {
    recall: (at: number, state: number) => (states[at] === state ? (found[at] as Candidate | null) : undefined),
    keep(at: number, state: number, candidate: Candidate | null): void {
      states[at] = state;
      found[at] = candidate;
    },
  };
}

interface Ground {
  readonly grid: Grid;
  readonly names: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
}

function boardSession(given: ReplanSession, { grid, names, positions }: Ground): BoardSession {
  const dayNumber = (day: ReplanSession["earliest"]) => epochDay(day) - grid.frame.firstDay;
  const neighbour = (beside: ReplanSession["previous"]) =>
    beside && {
      day: dayNumber(beside.day),
      session: beside.session === null ? -1 : (positions.get(beside.session) ?? -1),
    };
  const service = names.indexOf(given.service);
  if (service === -1) throw new RangeError(`no service ${given.service}`);
  return {
    given,
    service,
    home: toSpot(grid, given.place, service),
    previous: neighbour(given.previous),
    next: neighbour(given.next),
    earliest: dayNumber(given.earliest),
    latest: dayNumber(given.latest),
    blockedDays: new Set(given.blockedDays.map(dayNumber)),
  };
}
