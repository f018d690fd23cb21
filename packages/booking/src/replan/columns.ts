import { hasSlot, wordBits } from "../bits.ts";
import type { Board, BoardSession } from "./board.ts";
import { type GridService, startsOnDay } from "./grid.ts";

/** One way to place one displaced session: rooms and device are counted by class, and found when the answer is read. */
export interface Column {
  readonly session: number;
  readonly day: number;
  readonly slot: number;
  readonly practitioner: number;
  /** What it costs the patient: days from the ideal one, a change of practitioner (0 or 1), slots of 5 minutes. */
  readonly daysOff: number;
  readonly changes: number;
  readonly slotsOff: number;
}

/** Every way to place a session that is lifted, on any day of its window. */
export function columnsOf(board: Board, session: number): readonly Column[] {
  const { blockedDays } = board.sessions[session] as BoardSession;
  const { from, to } = board.windowOf(session);
  const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  return days.flatMap((day) => (blockedDays.has(day) ? [] : columnsOn(board, session, day)));
}

function columnsOn(board: Board, session: number, day: number): readonly Column[] {
  const { home, service } = board.sessions[session] as BoardSession;
  const daysOff = Math.abs(day - board.windowOf(session).ideal);
  return startsOnDay(board.grid, board.grid.services[service] as GridService, day).flatMap(([practitioner, starts]) => {
    const changes = practitioner === home.practitioner ? 0 : 1;
    return Array.from({ length: starts.length * wordBits }, (_, slot) => slot)
      .filter((slot) => hasSlot(starts, slot))
      .map((slot) => ({ session, day, slot, practitioner, daysOff, changes, slotsOff: Math.abs(slot - home.slot) }));
  });
}

/** The best for its patient first. */
export function compareColumns(left: Column, right: Column): number {
  return left.daysOff - right.daysOff || left.changes - right.changes || left.slotsOff - right.slotsOff;
}

/** The best half of the room for columns, and the rest spread over the days, so that no day is forgotten. */
export function spreadColumns(found: readonly Column[], most: number): readonly Column[] {
  if (found.length <= most) return found;
  const ordered = found.toSorted(compareColumns);
  const turn = new Map<number, number>();
  const spread = ordered
    .map((column) => {
      const nth = (turn.get(column.day) ?? 0) + 1;
      turn.set(column.day, nth);
      return { column, nth };
    })
    .toSorted((left, right) => left.nth - right.nth);
  const kept = new Set(ordered.slice(0, most / 2));
  for (const { column } of spread) if (kept.size < most) kept.add(column);
  return ordered.filter((column) => kept.has(column));
}

/** An aim that columns add to, and how many sessions that have columns may be left without a place. */
export interface ColumnAim {
  readonly aim: "daysOff" | "changes" | "slotsOff";
  readonly mayStay: number;
}

/** What no plan comes below: every session that has to be placed on its best column. */
export function leastTotal(columns: readonly Column[], { aim, mayStay }: ColumnAim): number {
  const least = leastOfSessions(columns, aim);
  return totalBut([...least.values()], mayStay);
}

/**
 * The columns that a plan no worse than `reached` can hold: were all others on their best columns, the rest is what one
 * may use.
 */
export function promisingColumns(
  columns: readonly Column[],
  { aim, mayStay, reached }: ColumnAim & { readonly reached: number },
): readonly Column[] {
  const least = leastOfSessions(columns, aim);
  const rest = new Map<number, number>();
  for (const session of least.keys()) {
    const others = [...least].flatMap(([other, own]) => (other === session ? [] : [own]));
    rest.set(session, reached - totalBut(others, mayStay));
  }
  return columns.filter((column) => column[aim] <= (rest.get(column.session) ?? 0));
}

function leastOfSessions(columns: readonly Column[], aim: ColumnAim["aim"]): ReadonlyMap<number, number> {
  const least = new Map<number, number>();
  for (const column of columns) {
    least.set(column.session, Math.min(column[aim], least.get(column.session) ?? Infinity));
  }
  return least;
}

/** The sum without so many of the largest. */
function totalBut(costs: readonly number[], without: number): number {
  const ascending = costs.toSorted((left, right) => left - right);
  return ascending.slice(0, Math.max(0, ascending.length - without)).reduce((sum, cost) => sum + cost, 0);
}
