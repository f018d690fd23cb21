import type { SiteView } from "@fibril/contract";
import { addDays, type CalendarDate, parseCalendarDate, weekdayOf } from "@fibril/kernel";
import type { CourseWish, PreferredTime } from "./course-wish.ts";

/** A session as it is typed: text, since an emptied field is no day and no time. */
export interface HandSession {
  readonly day: string;
  readonly start: string;
}

const starts = { any: "", morning: "09:00", afternoon: "13:00", late: "17:00" } as const satisfies Record<
  PreferredTime,
  string
>;

interface Begin {
  readonly site: SiteView | undefined;
  readonly today: string;
  readonly bookableFrom: string | null;
}

/** Days to begin from: the ideal gap apart from the first day after today that may be, each on a day of opening that suits. */
export function firstHandDays(wish: CourseWish, { site, today, bookableFrom }: Begin): readonly HandSession[] {
  const now = parseCalendarDate(today);
  const tomorrow = now ? addDays(now, 1) : "";
  const first = parseCalendarDate([wish.earliest, bookableFrom ?? "", tomorrow].toSorted().at(-1) ?? "");
  if (!first) return Array.from({ length: wish.sessions }, () => ({ day: "", start: "" }));
  const sessions: HandSession[] = [];
  let day = first;
  for (let ordinal = 1; ordinal <= wish.sessions; ordinal++) {
    const open = openDay(day, { site, wish });
    sessions.push({ day: open, start: startOn(open, { site, wish }) });
    day = addDays(open, wish.gapDays.target);
  }
  return sessions;
}

interface Where {
  readonly site: SiteView | undefined;
  readonly wish: CourseWish;
}

function openDay(from: CalendarDate, { site, wish }: Where): CalendarDate {
  for (let later = 0; later < 7; later++) {
    const day = addDays(from, later);
    const weekday = weekdayOf(day);
    if (wish.weekdays.includes(weekday) && (site?.opening[weekday] ?? []).length > 0) return day;
  }
  return from;
}

function startOn(day: CalendarDate, { site, wish }: Where): string {
  const [opens] = site?.opening[weekdayOf(day)]?.[0] ?? ["09:00"];
  return [opens, starts[wish.preferred]].toSorted().at(-1) ?? opens;
}

/** Whether every session has a whole day and a time on the five-minute grid; a year is `0002` while it is typed. */
export function areWhole(sessions: readonly HandSession[]): boolean {
  return sessions.every(
    ({ day, start }) => day >= "1900" && parseCalendarDate(day) !== null && /^\d\d:\d[05]$/.test(start),
  );
}
