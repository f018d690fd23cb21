import { type CalendarDate, epochDay } from "@fibril/kernel";
import { type Availability, slotsOf } from "./availability.ts";
import { type CourseWish, slotMinutes } from "./course-search.ts";
import { type DayStarts, dayStarts } from "./day-starts.ts";

/** What narrows a search without a new availability. */
export interface SearchLimits {
  /** The only practitioner who is wanted; left out where anybody is. */
  readonly practitioner?: string;
  /** On this day nobody arrives before this minute: today and now, so that no search offers an hour that is over. */
  readonly arrival?: { readonly day: CalendarDate; readonly minute: number };
}

/**
 * A cell is one practitioner on one day, with the best start there: the nearest to a preferred time, then the
 * earliest; or one for every start, where the best one need not be in the best course. Cells are numbered as they are found; those of one day, `firstOf` to below `endOf`, are neighbours, in the
 * order of practitioners.
 */
export interface SessionCells {
  readonly starts: DayStarts;
  readonly practitioner: readonly number[];
  /** The slot at which the treatment begins. */
  readonly slot: readonly number[];
  /** Slots between arrival and the nearest preferred time. */
  readonly miss: readonly number[];
  readonly firstOf: Int32Array;
  readonly endOf: Int32Array;
  /** Works the cells of a day out on the first question; @returns whether there is any. */
  readonly hasCell: (day: number) => boolean;
}

interface Asked {
  readonly wish: CourseWish;
  readonly limits: SearchLimits;
  readonly everyStart: boolean;
}

export function sessionCells(availability: Availability, { wish, limits, everyStart }: Asked): SessionCells {
  const starts = dayStarts(availability, wish.service);
  const misses = wish.weights.preference5Minutes === 0 ? null : missesOf(availability, starts.prepSlots, wish.request);
  const only = onlyPractitioner(starts, limits);
  const arrival = arrivalLimit(availability, starts.prepSlots, limits);
  const practitioner: number[] = [];
  const slot: number[] = [];
  const miss: number[] = [];
  const firstOf = new Int32Array(availability.days).fill(-1);
  const endOf = new Int32Array(availability.days);
  let best = -1;
  let least = Infinity;
  return {
    starts,
    practitioner,
    slot,
    miss,
    firstOf,
    endOf,
    hasCell(day) {
      if (firstOf[day] === -1) addCells(day);
      return (endOf[day] as number) > (firstOf[day] as number);
    },
  };

  function addCells(day: number): void {
    firstOf[day] = slot.length;
    let at = starts.recordOf(day);
    const { data } = starts.log;
    const floor = day === arrival.day ? arrival.slot : 0;
    let left = data[at] as number;
    for (at += 1; left > 0; left -= 1) {
      const end = at + 2 + 2 * (data[at + 1] as number);
      if (only === null || data[at] === only) addCell(data, { at, end, floor });
      at = end;
    }
    endOf[day] = slot.length;
  }

  function addCell(data: Uint16Array, { at, end, floor }: { at: number; end: number; floor: number }): void {
    if (everyStart) {
      addEveryStart(data, { at, end, floor });
      return;
    }
    best = -1;
    least = Infinity;
    for (let run = at + 2; run < end && least > 0; run += 2) {
      searchRun(Math.max(floor, data[run] as number), data[run + 1] as number);
    }
    if (best === -1) return;
    practitioner.push(data[at] as number);
    slot.push(best);
    miss.push(least);
  }

  function addEveryStart(data: Uint16Array, { at, end, floor }: { at: number; end: number; floor: number }): void {
    for (let run = at + 2; run < end; run += 2) {
      for (let start = Math.max(floor, data[run] as number); start < (data[run + 1] as number); start += 1) {
        practitioner.push(data[at] as number);
        slot.push(start);
        miss.push(misses?.[start] ?? 0);
      }
    }
  }

  function searchRun(from: number, to: number): void {
    for (let start = from; start < to && least > 0; start += 1) {
      const missed = misses === null ? 0 : (misses[start] as number);
      if (missed >= least) continue;
      best = start;
      least = missed;
    }
  }
}

/** By position; one that nobody holds where the practitioner is not here. */
function onlyPractitioner({ practitioners }: DayStarts, { practitioner }: SearchLimits): number | null {
  if (practitioner === undefined) return null;
  return practitioners.findIndex(({ id }) => id === practitioner);
}

function arrivalLimit(availability: Availability, prepSlots: number, { arrival }: SearchLimits) {
  if (arrival === undefined) return { day: -1, slot: 0 };
  const first = Math.ceil(arrival.minute / slotMinutes) - availability.firstSlot + prepSlots;
  return { day: epochDay(arrival.day) - availability.firstDay, slot: first };
}

/** For each slot of treatment, how many slots the arrival misses the nearest preferred time by; null for no wish. */
function missesOf(
  availability: Availability,
  prepSlots: number,
  { preferred }: CourseWish["request"],
): Uint16Array | null {
  if (preferred.length === 0) return null;
  return Uint16Array.from({ length: slotsOf(availability) }, (_, slot) => {
    const minute = (slot - prepSlots + availability.firstSlot) * slotMinutes;
    return Math.min(...preferred.map(([from, to]) => Math.max(0, from - minute, minute - to))) / slotMinutes;
  });
}
