import { type CalendarDate, epochDay } from "@fibril/kernel";
import type { Availability, FreeDays } from "./availability.ts";
import { hasSlot, wordBits } from "./bits.ts";
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
  let at = starts.recordOf(index);
  const { data } = starts.log;
  const found: PractitionerStarts[] = [];
  let left = data[at] as number;
  for (at += 1; left > 0; left -= 1) {
    const end = at + 2 + 2 * (data[at + 1] as number);
    const practitioner = availability.practitioners[data[at] as number]?.id ?? "";
    found.push({ practitioner, startMinutes: minutesOf(data.subarray(at + 2, end)) });
    at = end;
  }
  return found;

  function minutesOf(runs: Uint16Array): readonly number[] {
    const minutes: number[] = [];
    for (let run = 0; run < runs.length; run += 2) {
      for (let slot = runs[run] as number; slot < (runs[run + 1] as number); slot += 1) {
        minutes.push((slot - starts.prepSlots + availability.firstSlot) * slotMinutes);
      }
    }
    return minutes;
  }
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
