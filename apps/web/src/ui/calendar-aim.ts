import type { Aim, CalendarTargets } from "./calendar-model.ts";

type Starts = CalendarTargets["starts"];

/** The legal start of a column that is nearest to a minute; null where the column has none. */
export function nearestAim(starts: Starts, columnId: string, minute: number): Aim | null {
  let best: number | null = null;
  for (const start of starts.get(columnId) ?? []) {
    if (best === null || Math.abs(start - minute) < Math.abs(best - minute)) best = start;
  }
  return best === null ? null : { columnId, minute: best };
}

/** The nearest legal start to a minute in any column, the given one first. */
export function firstAim(starts: Starts, columnIds: readonly string[], wish: Aim): Aim | null {
  const own = nearestAim(starts, wish.columnId, wish.minute);
  if (own) return own;
  const others = columnIds.flatMap((columnId) => nearestAim(starts, columnId, wish.minute) ?? []);
  return others.toSorted((one, other) => distance(one, wish) - distance(other, wish))[0] ?? null;
}

/** Where a key takes the visit in hand: along the column's legal starts, or to the next column that has one. */
export function steppedAim(starts: Starts, columnIds: readonly string[], aim: Aim, key: string): Aim | null {
  const minutes = starts.get(aim.columnId) ?? [];
  const at = (minute: number | undefined) => (minute === undefined ? null : { columnId: aim.columnId, minute });
  switch (key) {
    case "ArrowDown":
      return at(minutes.find((minute) => minute > aim.minute));
    case "ArrowUp":
      return at(minutes.findLast((minute) => minute < aim.minute));
    case "Home":
      return at(minutes[0]);
    case "End":
      return at(minutes.at(-1));
    case "ArrowRight":
      return nextColumn(starts, columnIds.slice(columnIds.indexOf(aim.columnId) + 1), aim.minute);
    case "ArrowLeft":
      return nextColumn(
        starts,
        columnIds.slice(0, Math.max(0, columnIds.indexOf(aim.columnId))).toReversed(),
        aim.minute,
      );
    default:
      return null;
  }
}

function nextColumn(starts: Starts, columnIds: readonly string[], minute: number): Aim | null {
  const column = columnIds.find((columnId) => (starts.get(columnId) ?? []).length > 0);
  return column === undefined ? null : nearestAim(starts, column, minute);
}

function distance(aim: Aim, wish: Aim): number {
  return Math.abs(aim.minute - wish.minute);
}

/** Neighbouring starts, five minutes apart, as stretches to draw. */
export function stretchesOf(minutes: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const minute of minutes) {
    const last = stretches.at(-1);
    if (last && minute - last.to <= 5) last.to = minute;
    else stretches.push({ from: minute, to: minute });
  }
  return stretches;
}
