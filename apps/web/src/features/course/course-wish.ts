import type { CourseSuggestionsView, SuggestCourseBody } from "@fibril/contract";
import { addDays, type CalendarDate, parseCalendarDate, type Weekday, weekdays } from "@fibril/kernel";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

/** The form as typed: days are text, since an emptied field is no day. */
export interface CourseWish {
  readonly siteId: string;
  readonly sessions: number;
  readonly gapDays: { readonly min: number; readonly max: number; readonly target: number };
  readonly earliest: string;
  readonly latest: string;
  readonly weekdays: readonly Weekday[];
  /** Single days on which the patient can't come. */
  readonly blockedDays: readonly string[];
  readonly preferred: PreferredTime;
  readonly practitionerId: string | null;
}

export type PreferredTime = keyof typeof messages.course.preferredTimes;

const times = {
  any: [],
  morning: [["08:00", "12:00"]],
  afternoon: [["12:00", "17:00"]],
  late: [["17:00", "21:00"]],
} as const satisfies Record<PreferredTime, readonly (readonly [string, string])[]>;

/** The days that the founding document allows between two sessions. */
export const gapLimits = { min: 28, max: 42 } as const;
const firstDays = 28;

export function firstWish(siteId: string, today: string): CourseWish {
  const day = parseCalendarDate(today);
  return {
    siteId,
    sessions: 3,
    gapDays: { min: gapLimits.min, max: gapLimits.max, target: 35 },
    earliest: today,
    latest: day ? addDays(day, firstDays) : today,
    weekdays,
    blockedDays: [],
    preferred: "any",
    practitionerId: null,
  };
}

export type WishField = "gapDays" | "earliest" | "latest" | "weekdays";

/** What keeps the wish from being asked, by field; empty where it can go. */
export function wishIssues({ gapDays, earliest, latest, weekdays }: CourseWish): Partial<Record<WishField, string>> {
  const { min, max, target } = gapDays;
  const isRising = gapLimits.min <= min && min <= target && target <= max && max <= gapLimits.max;
  return {
    ...(isRising ? {} : { gapDays: messages.course.gapOrder }),
    ...(latest < earliest ? { latest: messages.course.latestOrder } : {}),
    ...(weekdays.length === 0 ? { weekdays: messages.course.weekdaysNone } : {}),
  };
}

export function wishBody(wish: CourseWish): SuggestCourseBody {
  const { siteId, sessions, gapDays, practitionerId } = wish;
  return {
    siteId,
    sessions,
    gapDays,
    earliest: wish.earliest as CalendarDate,
    latest: wish.latest as CalendarDate,
    weekdays: wish.weekdays.length === weekdays.length ? null : [...wish.weekdays],
    blockedDays: wish.blockedDays as readonly CalendarDate[] as CalendarDate[],
    preferred: times[wish.preferred].map(([from, to]): [string, string] => [from, to]),
    practitionerId,
  };
}

type Relaxation = NonNullable<CourseSuggestionsView["refusal"]>["relaxations"][number];

export interface OfferedRelaxation {
  readonly words: string;
  readonly wish: CourseWish;
}

/** A change that would help, in words and as the wish it leads to; null where the rules of a course forbid it. */
export function offerRelaxation(wish: CourseWish, { change }: Relaxation): OfferedRelaxation | null {
  const [only] = change;
  if (!only) return null;
  const { path, value } = only;
  const { relax } = messages.course;
  const isGap = typeof value === "number" && gapLimits.min <= value && value <= gapLimits.max;
  if (path === "/request/gapDays/max" && isGap)
    return { words: relax.gapMax(value), wish: { ...wish, gapDays: { ...wish.gapDays, max: value } } };
  if (path === "/request/gapDays/min" && isGap)
    return { words: relax.gapMin(value), wish: { ...wish, gapDays: { ...wish.gapDays, min: value } } };
  if (path === "/request/firstSession/latest" && typeof value === "string")
    return { words: relax.latest(dayText(value)), wish: { ...wish, latest: value } };
  if (path === "/request/weekdays") return { words: relax.weekdays, wish: { ...wish, weekdays } };
  return null;
}

/** The same wish from the first day on which treatment may begin; null where it begins no earlier than that already. */
export function offerFirstDay(wish: CourseWish, bookableFrom: string | null): OfferedRelaxation | null {
  const day = bookableFrom === null ? null : parseCalendarDate(bookableFrom);
  if (day === null || day <= wish.earliest) return null;
  const words = messages.course.relax.fromFirstDay(dayText(day));
  return { words, wish: { ...wish, earliest: day, latest: addDays(day, firstDays) } };
}

/** Each group that stands in the way as a sentence. */
export function blockingWords(blocking: readonly string[]): readonly string[] {
  const sentences: Readonly<Record<string, string>> = messages.course.blocking;
  return blocking.map((group) => sentences[group] ?? messages.course.blockingOther(group));
}
