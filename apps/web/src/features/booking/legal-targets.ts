import type { LegalStartsView, VisitView } from "@fibril/contract";
import type { Aim } from "../../ui/calendar-model.ts";
import { clockText } from "../../ui/clock-text.ts";
import { type ColumnKind, minuteOf } from "./calendar-columns.ts";
import type { OfferedPlace } from "./place-list.tsx";

export type LegalDay = LegalStartsView["days"][number];
type Run = LegalDay["runs"][number];

/** How the calendar is laid out: a column a day, or a column a resource of one day. */
export type Layout =
  | { readonly view: "week" }
  | { readonly view: "day"; readonly day: string; readonly show: ColumnKind };

const slotMinutes = 5;

export function minutesOf({ from, to }: Pick<Run, "from" | "to">): readonly number[] {
  const first = minuteOf(from);
  const count = Math.floor((minuteOf(to) - first) / slotMinutes) + 1;
  return Array.from({ length: count }, (_, index) => first + index * slotMinutes);
}

/** The legal arrivals of each column, ascending and each once. */
export function startsByColumn(days: readonly LegalDay[], layout: Layout): ReadonlyMap<string, readonly number[]> {
  const shown = days.filter(({ day }) => layout.view === "week" || day === layout.day);
  const pairs = shown.flatMap(({ day, runs }) =>
    runs.flatMap((run) => columnsOf(run, day, layout).map((column) => ({ column, minutes: minutesOf(run) }))),
  );
  const columns = new Map<string, Set<number>>();
  for (const { column, minutes } of pairs) columns.set(column, new Set([...(columns.get(column) ?? []), ...minutes]));
  return new Map([...columns].map(([column, starts]) => [column, [...starts].sort((one, other) => one - other)]));
}

function columnsOf(run: Run, day: string, layout: Layout): readonly string[] {
  if (layout.view === "week") return [day];
  return { practitioner: [run.practitioner], room: run.treatmentRooms, device: run.devices }[layout.show];
}

/**
 * The whole place behind an aim: what the column names, then what the visit has now where that is free, then the first
 * that is free. Null where the aim is not legal.
 */
export function placeAt(
  days: readonly LegalDay[],
  { aim, layout, visit }: { readonly aim: Aim; readonly layout: Layout; readonly visit: VisitView },
): OfferedPlace | null {
  const day = layout.view === "week" ? aim.columnId : layout.day;
  const runs = (days.find((one) => one.day === day)?.runs ?? []).filter(
    (run) => columnsOf(run, day, layout).includes(aim.columnId) && minutesOf(run).includes(aim.minute),
  );
  const run = runs.find(({ practitioner }) => practitioner === visit.practitionerId) ?? runs[0];
  if (!run) return null;
  const wanted = (kind: ColumnKind) => (layout.view === "day" && layout.show === kind ? aim.columnId : null);
  const treatmentRoom = choose(run.treatmentRooms, [wanted("room"), visit.treatmentRoomId]);
  const prepRoom = choose(run.prepRooms, [visit.prepRoomId, treatmentRoom]);
  if (treatmentRoom === null || prepRoom === null) return null;
  return {
    day,
    start: clockText(aim.minute),
    practitioner: run.practitioner,
    practitionerName: run.practitionerName,
    prepRoom,
    treatmentRoom,
    roomName: "",
    device: choose(run.devices, [wanted("device"), visit.deviceId]),
  } as OfferedPlace;
}

function choose(free: readonly string[], wishes: readonly (string | null)[]): string | null {
  return wishes.find((wish) => wish !== null && free.includes(wish)) ?? free[0] ?? null;
}
