import { hasAll } from "../bits.ts";
import type { Board, BoardSession } from "./board.ts";
import type { Column } from "./columns.ts";
import type { GridService, Spot } from "./grid.ts";
import { atMost, type ModelRow, type ReplanModel } from "./model.ts";

/** How many ways of giving out rooms and devices are tried on one day before it counts as impossible. */
const mostTries = 20_000;

/**
 * Puts a solution of the programme on the board, whose displaced sessions are lifted, with real rooms and devices.
 * Where the classes had room but no assignment exists, the answer is a row that forbids the choice, made of as few
 * columns of that day as still have none.
 */
export function putSolution(
  board: Board,
  model: Pick<ReplanModel, "columns" | "displaced">,
  values: readonly number[],
): ModelRow | null {
  const picked = model.columns.flatMap((column, variable) =>
    (values[variable] ?? 0) > 0.5 ? [{ ...column, variable }] : [],
  );
  const placed = new Set(picked.map(({ session }) => session));
  for (const session of model.displaced) {
    if (!placed.has(session)) board.put(session, (board.sessions[session] as BoardSession).home);
  }
  for (const day of new Set(picked.map((column) => column.day))) {
    const onDay = picked.filter((column) => column.day === day);
    if (assign(board, onDay)) continue;
    const fewest = smallestClash(board, onDay);
    return atMost(
      fewest.length - 1,
      fewest.map(({ variable }) => variable),
    );
  }
  return null;
}

/** Leaves out one column after another for as long as the others still can't be assigned. */
function smallestClash<One extends Column>(board: Board, columns: readonly One[]): readonly One[] {
  let clash = columns;
  for (const column of columns) {
    const without = clash.filter((other) => other !== column);
    if (assign(board, without)) for (const { session } of without) board.lift(session);
    else clash = without;
  }
  return clash;
}

/** Depth first over the sessions of a day in the order of their preparation. */
function assign(board: Board, columns: readonly Column[]): boolean {
  const order = columns.toSorted((left, right) => left.slot - right.slot);
  let tries = 0;
  return from(0);

  function from(position: number): boolean {
    const column = order[position];
    if (column === undefined) return true;
    for (const spot of waysOf(board, column)) {
      tries += 1;
      if (tries > mostTries) return false;
      board.put(column.session, spot);
      if (from(position + 1)) return true;
      board.lift(column.session);
    }
    return false;
  }
}

/** Every choice of rooms and device that is free now, those of before first. */
function* waysOf(board: Board, { session, day, slot, practitioner }: Column): Generator<Spot> {
  const { grid } = board;
  const { service, home } = board.sessions[session] as BoardSession;
  const { lengths, prepRooms, treatmentRooms, devices } = grid.services[service] as GridService;
  const { words } = grid.frame;
  const free = (rows: readonly Int32Array[], members: readonly number[], from: number, to: number) =>
    members.filter((index) => hasAll(rows[index] as Int32Array, day * words, { from, to, words }));
  const first = (members: readonly number[], own: number) =>
    members.toSorted((left, right) => Number(right === own) - Number(left === own));
  if (free(grid.practitioners, [practitioner], slot, slot + lengths.practitioner).length === 0) return;
  const held = devices ? first(free(grid.devices, devices, slot, slot + lengths.device), home.device) : [-1];
  const prepared = first(free(grid.rooms, prepRooms, slot - lengths.prep, slot), home.prepRoom);
  const treated = first(free(grid.rooms, treatmentRooms, slot, slot + lengths.room), home.treatmentRoom);
  for (const treatmentRoom of treated)
    for (const prepRoom of prepared)
      for (const device of held) yield { day, slot, practitioner, prepRoom, treatmentRoom, device };
}
