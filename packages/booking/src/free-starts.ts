import { type CalendarDate, epochDay } from "@fibril/kernel";
import type { Availability, FreeDays } from "./availability.ts";
import { hasSlot, nextSlot, wordBits } from "./bits.ts";
import { type Service, slotMinutes, type TimeRange } from "./course-search.ts";
import { dayStarts } from "./day-starts.ts";

export interface PractitionerStarts {
  readonly practitioner: string;
  /** Minutes since midnight at which a patient could arrive. */
  readonly startMinutes: readonly number[];
}

/**
 * Every legal arrival on one day for each practitioner who has one: the targets that a calendar shows while a visit is
 * dragged. Empty for a day outside the availability.
 */
export function startsOn(availability: Availability, service: Service, day: CalendarDate): PractitionerStarts[] {
  const index = epochDay(day) - availability.firstDay;
  if (index < 0 || index >= availability.days) return [];
  const starts = dayStarts(availability, service);
  const table = starts.on(index);
  return table.practitioners.map((practitioner, position) => {
    const place = { at: position * availability.words, words: availability.words };
    const startMinutes: number[] = [];
    for (let slot = nextSlot(table.starts, 0, place); slot !== -1; slot = nextSlot(table.starts, slot + 1, place)) {
      startMinutes.push((slot - starts.prepSlots + availability.firstSlot) * slotMinutes);
    }
    return { practitioner: availability.practitioners[practitioner]?.id ?? "", startMinutes };
  });
}

/** When a resource is free within the opening hours of a day, as minutes `[from, to)`; a roster is not looked at. */
export function freeTimes(availability: Availability, resource: FreeDays, day: CalendarDate): readonly TimeRange[] {
  const index = epochDay(day) - availability.firstDay;
  const weekday = availability.weekdayOfDay[index] ?? -1;
  const row = (resource.rowOfDay[index] ?? 0) * availability.words;
  const slots = resource.rows.subarray(row, row + availability.words);
  return (availability.opening[weekday] ?? []).flatMap(([from, to]) => {
    const free: TimeRange[] = [];
    for (let slot = from; slot < Math.min(to, availability.words * wordBits); slot += 1) {
      const begins = slot;
      while (slot < to && hasSlot(slots, slot)) slot += 1;
      if (slot > begins) free.push([minuteOf(begins), minuteOf(slot)]);
    }
    return free;
  });

  function minuteOf(slot: number): number {
    return (slot + availability.firstSlot) * slotMinutes;
  }
}
