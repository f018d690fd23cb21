import type { Availability } from "./availability.ts";
import { nextSlot, type Slots, wordBits } from "./bits.ts";
import { type CourseWish, slotMinutes } from "./course-search.ts";
import { type DayStarts, dayStarts } from "./day-starts.ts";

/**
 * A cell is one practitioner on one day, with the best start there: the nearest to a preferred time, then the
 * earliest. Cells are numbered as they are found; those of one day are neighbours, in the order of practitioners.
 */
export interface SessionCells {
  readonly starts: DayStarts;
  readonly practitioner: readonly number[];
  /** The slot at which the treatment begins. */
  readonly slot: readonly number[];
  /** Slots between arrival and the nearest preferred time. */
  readonly miss: readonly number[];
  /** Works the cells of a day out on the first question; @returns whether there is any. */
  readonly hasCell: (day: number) => boolean;
  readonly firstOf: (day: number) => number;
  readonly endOf: (day: number) => number;
}

export function sessionCells(availability: Availability, { service, request, weights }: CourseWish): SessionCells {
  const starts = dayStarts(availability, service);
  const misses = weights.preference5Minutes === 0 ? null : missesOf(availability, starts.prepSlots, request.preferred);
  const practitioner: number[] = [];
  const slot: number[] = [];
  const miss: number[] = [];
  const first = new Int32Array(availability.days).fill(-1);
  const end = new Int32Array(availability.days);
  return {
    starts,
    practitioner,
    slot,
    miss,
    hasCell(day) {
      if (first[day] === -1) addCells(day);
      return (end[day] as number) > (first[day] as number);
    },
    firstOf: (day) => first[day] as number,
    endOf: (day) => end[day] as number,
  };

  function addCells(day: number): void {
    first[day] = practitioner.length;
    const table = starts.on(day);
    for (let index = 0; index < table.practitioners.length; index += 1) {
      const best = bestStart(table.starts, { at: index * availability.words, words: availability.words }, misses);
      practitioner.push(table.practitioners[index] as number);
      slot.push(best);
      miss.push(misses?.[best] ?? 0);
    }
    end[day] = practitioner.length;
  }
}

function bestStart(
  starts: Slots,
  place: { readonly at: number; readonly words: number },
  misses: Int32Array | null,
): number {
  let best = nextSlot(starts, 0, place);
  if (misses === null) return best;
  for (let slot = best; slot !== -1 && misses[best] !== 0; slot = nextSlot(starts, slot + 1, place)) {
    if ((misses[slot] as number) < (misses[best] as number)) best = slot;
  }
  return best;
}

/** For each slot of treatment, how many slots the arrival misses the nearest preferred time by; null for no wish. */
function missesOf(
  { words, firstSlot }: Availability,
  prepSlots: number,
  preferred: CourseWish["request"]["preferred"],
): Int32Array | null {
  if (preferred.length === 0) return null;
  return Int32Array.from({ length: words * wordBits }, (_, slot) => {
    const minute = (slot - prepSlots + firstSlot) * slotMinutes;
    return Math.min(...preferred.map(([from, to]) => Math.max(0, from - minute, minute - to))) / slotMinutes;
  });
}
