import { addDays, type CalendarDate } from "@fibril/kernel";
import type { Urgency } from "./urgency.ts";

/** How long a raised task may wait for a named person to acknowledge it; afterwards it goes to the owner. */
export type TaskClock = { readonly minutes: number } | { readonly nextWorkingDayWithinDays: number };

/** A clinic's defaults; "next working day" never waits longer than the urgency itself allows. */
export const taskClocks = {
  emergency: { minutes: 15 },
  "same-day": { minutes: 120 },
  "24-hours": { minutes: 480 },
  "48-hours": { nextWorkingDayWithinDays: 2 },
  "1-week": { nextWorkingDayWithinDays: 7 },
  expected: null,
} as const satisfies Record<Urgency, TaskClock | null>;

const minutesPerDay = 1440;

export const taskEscalatesTo = "owner";

/** A clinic's own minutes; an urgency left out follows the table. */
export type TaskMinutes = Partial<Readonly<Record<Exclude<Urgency, "expected">, number>>>;

/** The longest that the table lets a task of this urgency wait, in minutes. */
export function foundingMinutes(urgency: Exclude<Urgency, "expected">): number {
  const clock: TaskClock = taskClocks[urgency];
  return "minutes" in clock ? clock.minutes : clock.nextWorkingDayWithinDays * minutesPerDay;
}

export interface ClinicMinute {
  readonly day: CalendarDate;
  /** Minutes of clinic wall time since midnight. */
  readonly minuteOfDay: number;
}

/**
 * When a task must be acknowledged, in clinic wall time; null where the urgency raises none.
 *
 * `isWorkingDay` and `closesAtMinute` are the clinic's: a task for the next working day is due when that day ends. The
 * clinic's own `minutes` count where they end sooner, and where they were signed to be longer than the table allows.
 */
export function dueAt(urgency: Urgency, raised: ClinicMinute, clinic: ClinicClock): ClinicMinute | null {
  if (urgency === "expected") return null;
  const byTable = dueByTable(taskClocks[urgency], raised, clinic);
  const own = clinic.minutes?.[urgency];
  if (own === undefined) return byTable;
  const byClinic = addMinutes(raised, own);
  return own > foundingMinutes(urgency) ? byClinic : earlier(byClinic, byTable);
}

export interface ClinicClock {
  readonly isWorkingDay: (day: CalendarDate) => boolean;
  readonly closesAtMinute: number;
  readonly minutes?: TaskMinutes;
}

function dueByTable(clock: TaskClock, raised: ClinicMinute, clinic: ClinicClock): ClinicMinute {
  if ("minutes" in clock) return addMinutes(raised, clock.minutes);
  for (let days = 1; days <= clock.nextWorkingDayWithinDays; days += 1) {
    const day = addDays(raised.day, days);
    if (clinic.isWorkingDay(day))
      return earlier({ day, minuteOfDay: clinic.closesAtMinute }, limit(clock.nextWorkingDayWithinDays));
  }
  return limit(clock.nextWorkingDayWithinDays);

  function limit(days: number): ClinicMinute {
    return addMinutes(raised, days * minutesPerDay);
  }
}

function addMinutes({ day, minuteOfDay }: ClinicMinute, minutes: number): ClinicMinute {
  const total = minuteOfDay + minutes;
  return { day: addDays(day, Math.floor(total / minutesPerDay)), minuteOfDay: total % minutesPerDay };
}

function earlier(left: ClinicMinute, right: ClinicMinute): ClinicMinute {
  if (left.day !== right.day) return left.day < right.day ? left : right;
  return left.minuteOfDay <= right.minuteOfDay ? left : right;
}
