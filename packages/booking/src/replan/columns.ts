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

/**
 * The columns that a plan no worse than the present one can hold. `mayStay` sessions that have columns may be left
 * without a place; were all others as near their ideal day as they ever can, the rest of the days is what one may use.
 */
export function promisingColumns(
  columns: readonly Column[],
  { mayStay, daysFromIdeal }: { readonly mayStay: number; readonly daysFromIdeal: number },
): readonly Column[] {
  const least = new Map<number, number>();
  for (const { session, daysOff } of columns) least.set(session, Math.min(daysOff, least.get(session) ?? Infinity));
  const ascending = [...least.values()].sort((left, right) => left - right);
  const total = (days: readonly number[]) => days.reduce((sum, own) => sum + own, 0);
  return columns.filter(({ session, daysOff }) => {
    const others = ascending.toSpliced(ascending.indexOf(least.get(session) ?? 0), 1);
    return daysOff + total(others.slice(0, Math.max(0, others.length - mayStay))) <= daysFromIdeal;
  });
}
