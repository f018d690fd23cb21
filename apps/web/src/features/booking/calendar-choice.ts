import { addDays, parseCalendarDate, weekdayOf, weekdays } from "@fibril/kernel";
import type { ColumnKind } from "./calendar-columns.ts";

/** What the calendar shows, as it stands in the address. */
export interface CalendarChoice {
  readonly day?: string;
  readonly site?: string;
  readonly view?: "day" | "week";
  readonly show?: ColumnKind;
}

const shown = ["practitioner", "room", "device"] as const satisfies readonly ColumnKind[];

/** Whatever is not understood in an address is left out. */
export function readCalendarChoice(search: Record<string, unknown>): CalendarChoice {
  const { day, site, view, show } = search as { day?: unknown; site?: unknown; view?: unknown; show?: unknown };
  const kind = shown.find((name) => name === show);
  return {
    ...(typeof day === "string" && parseCalendarDate(day) !== null ? { day } : {}),
    ...(typeof site === "string" ? { site } : {}),
    ...(view === "week" ? { view } : {}),
    ...(kind ? { show: kind } : {}),
  };
}

/** The days on screen: one, or the seven from that week's Monday. */
export function daysShown(day: string, view: "day" | "week"): { readonly from: string; readonly days: number } {
  const date = parseCalendarDate(day);
  if (view === "day" || date === null) return { from: day, days: 1 };
  return { from: addDays(date, -weekdays.indexOf(weekdayOf(date))), days: 7 };
}

export function step(day: string, view: "day" | "week", direction: -1 | 1): string {
  const date = parseCalendarDate(day);
  return date === null ? day : addDays(date, direction * (view === "week" ? 7 : 1));
}
