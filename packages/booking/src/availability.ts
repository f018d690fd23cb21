import { compareText, epochDay, type Weekday, weekdays } from "@fibril/kernel";
import { addSlots, removeSlots, type Slots, wordBits } from "./bits.ts";
import {
  type Busy,
  type DayRange,
  type Equipment,
  type Practitioner,
  type SiteCalendar,
  slotMinutes,
  type TimeRange,
  type Weekly,
} from "./course-search.ts";

/** When one resource is free of bookings and absences: its rows are shared by the days that look alike. */
export interface FreeDays {
  readonly id: string;
  /** The row of each day since `firstDay`; row 0 is free all day, row 1 out all day. */
  readonly rowOfDay: Uint16Array;
  /** Free slots, `words` words a row. */
  readonly rows: Int32Array;
}

export interface FreePractitioner extends FreeDays {
  readonly qualifications: readonly QualifiedDays[];
  /** Roster intervals in slots for each weekday, Monday first. */
  readonly roster: readonly (readonly TimeRange[])[];
}

export interface QualifiedDays {
  readonly name: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

export interface FreeEquipment extends FreeDays {
  readonly kinds: readonly string[];
}

/**
 * One site between two days as bitsets of 5-minute slots per resource and day: built once, searched many times, never
 * changed. Slots count from the earliest opening of the week; what lies outside the opening hours is not kept, because
 * nothing can be booked there. Resources stand in the order of their ids by code units.
 */
export interface Availability {
  /** Days since 1970-01-01 of the first day. */
  readonly firstDay: number;
  readonly days: number;
  readonly firstSlot: number;
  readonly words: number;
  /** Opening intervals in slots for each weekday, Monday first. */
  readonly opening: readonly (readonly TimeRange[])[];
  /** 0 for Monday; -1 for a day on which the clinic is closed. */
  readonly weekdayOfDay: Int8Array;
  readonly practitioners: readonly FreePractitioner[];
  readonly rooms: readonly FreeEquipment[];
  readonly devices: readonly FreeEquipment[];
}

export const freeAllDay = 0;
export const outAllDay = 1;

/** Builds the bitsets of a site; takes the same time whatever is searched afterwards. */
export function buildAvailability(site: SiteCalendar): Availability {
  const frame = frameOf(site);
  return {
    ...frame,
    practitioners: inOrder(site.practitioners).map((practitioner) => freePractitioner(practitioner, frame)),
    rooms: inOrder(site.rooms).map((room) => freeEquipment(room, frame)),
    devices: inOrder(site.devices).map((device) => freeEquipment(device, frame)),
  };
}

type Frame = Omit<Availability, "practitioners" | "rooms" | "devices">;

function frameOf({ from, to, opening }: SiteCalendar): Frame {
  const firstDay = epochDay(from);
  const days = epochDay(to) - firstDay + 1;
  const ranges = weekdays.flatMap((weekday) => opening.weekly[weekday] ?? []);
  const firstSlot = ranges.length === 0 ? 0 : Math.min(...ranges.map(([begins]) => begins)) / slotMinutes;
  const endSlot = Math.max(firstSlot, ...ranges.map(([, ends]) => ends / slotMinutes));
  const weekdayOfDay = new Int8Array(days);
  for (let day = 0; day < days; day += 1) {
    const weekday = weekdayIndex(firstDay + day);
    weekdayOfDay[day] = opening.weekly[weekdays[weekday] as Weekday]?.length ? weekday : -1;
  }
  for (const closed of opening.closed) weekdayOfDay[epochDay(closed) - firstDay] = -1;
  return {
    firstDay,
    days,
    firstSlot,
    words: Math.max(1, Math.ceil((endSlot - firstSlot) / wordBits)),
    opening: weekInSlots(opening.weekly, firstSlot),
    weekdayOfDay,
  };
}

export function slotsOf({ words }: Pick<Availability, "words">): number {
  return words * wordBits;
}

/** 0 for Monday of days since 1970-01-01, which was a Thursday. */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function weekInSlots(weekly: Weekly, firstSlot: number): readonly (readonly TimeRange[])[] {
  return weekdays.map((weekday) =>
    (weekly[weekday] ?? []).map(
      ([from, to]) => [from / slotMinutes - firstSlot, to / slotMinutes - firstSlot] as const,
    ),
  );
}

function inOrder<Resource extends { readonly id: string }>(resources: readonly Resource[]): readonly Resource[] {
  return resources.toSorted((left, right) => compareText(left.id, right.id));
}

function freePractitioner(practitioner: Practitioner, frame: Frame): FreePractitioner {
  const { id, busy, leave } = practitioner;
  return {
    ...freeDays({ id, busy, absences: leave }, frame),
    roster: weekInSlots(practitioner.weekly, frame.firstSlot),
    qualifications: practitioner.qualifications.map(({ name, validFrom, validTo }) => ({
      name,
      firstDay: validFrom === null ? -Infinity : epochDay(validFrom),
      lastDay: validTo === null ? Infinity : epochDay(validTo),
    })),
  };
}

function freeEquipment({ id, kinds, busy, outages }: Equipment, frame: Frame): FreeEquipment {
  return { ...freeDays({ id, busy, absences: outages }, frame), kinds };
}

interface Taken {
  readonly id: string;
  readonly busy: readonly Busy[];
  readonly absences: readonly DayRange[];
}

function freeDays({ id, busy, absences }: Taken, frame: Frame): FreeDays {
  const { firstDay, firstSlot, days, words, weekdayOfDay } = frame;
  const rowOfDay = new Uint16Array(days);
  for (const [first, last] of absences) {
    const from = Math.max(0, epochDay(first) - firstDay);
    const to = Math.min(days - 1, epochDay(last) - firstDay);
    if (from <= to) rowOfDay.fill(outAllDay, from, to + 1);
  }
  // Room for every day a row of its own; what is not used is cut off at the end.
  const rows = new Int32Array((days + 2) * words).fill(-1);
  rows.fill(0, outAllDay * words, (outAllDay + 1) * words);
  let count = 2;
  for (const [date, begins, ends] of busy) {
    const day = epochDay(date) - firstDay;
    const from = Math.max(0, begins / slotMinutes - firstSlot);
    const to = Math.min(words * wordBits, ends / slotMinutes - firstSlot);
    if (from >= to || (weekdayOfDay[day] ?? -1) < 0 || rowOfDay[day] === outAllDay) continue;
    if (rowOfDay[day] === freeAllDay) {
      rowOfDay[day] = count;
      count += 1;
    }
    removeSlots(rows, (rowOfDay[day] as number) * words, { from, to });
  }
  return { id, rowOfDay, rows: rows.slice(0, count * words) };
}

/** The starts, in slots, of a stretch that lies `before` slots behind and `after` slots ahead within one interval. */
export function startsWithin(
  ranges: readonly TimeRange[],
  { words, before, after }: { readonly words: number; readonly before: number; readonly after: number },
): Slots {
  const starts = new Int32Array(words);
  for (const [from, to] of ranges) {
    addSlots(starts, Math.max(0, from + before), Math.min(words * wordBits, to - after + 1));
  }
  return starts;
}
