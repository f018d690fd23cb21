import type { Availability } from "./availability.ts";
import type { Slots } from "./bits.ts";
import type { Service } from "./course-search.ts";
import { type ApartStarts, dayStarts } from "./day-starts.ts";

/** The groups that are lifted by leaving a condition of the day out. */
export type DayLift = "qualification" | "practitioners" | "prepRooms" | "treatmentRooms" | "devices";

/**
 * Whether a day has a start with some groups lifted. The conditions of a day are worked out once and combined in 32
 * ways; each way remembers the days that it was asked about.
 */
export function liftableDays(availability: Availability, service: Service) {
  const starts = dayStarts(availability, service);
  const apart: (ApartStarts | undefined)[] = [];
  const answers = new Map<string, Int8Array>();

  return (lifted: readonly DayLift[]) => {
    const name = lifted.join();
    const known = answers.get(name) ?? new Int8Array(availability.days).fill(-1);
    answers.set(name, known);
    return (day: number): boolean => {
      if (known[day] === -1) {
        apart[day] ??= starts.apart(day);
        known[day] = meet(conditionsOf(apart[day], lifted)) ? 1 : 0;
      }
      return known[day] === 1;
    };
  };
}

function conditionsOf(starts: ApartStarts, lifted: readonly DayLift[]): readonly Slots[] {
  const conditions = [starts.opening];
  if (!lifted.includes("prepRooms")) conditions.push(starts.prepRooms);
  if (!lifted.includes("treatmentRooms")) conditions.push(starts.treatmentRooms);
  if (!lifted.includes("devices")) conditions.push(starts.devices);
  if (!lifted.includes("practitioners")) {
    conditions.push(lifted.includes("qualification") ? starts.anybody : starts.qualified);
  }
  return conditions;
}

function meet([first, ...others]: readonly Slots[]): boolean {
  return (
    first?.some((word, index) => others.reduce((common, slots) => common & (slots[index] ?? 0), word) !== 0) ?? false
  );
}
