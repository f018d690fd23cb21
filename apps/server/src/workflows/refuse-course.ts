import type { BookCourseBody, SessionBar } from "@fibril/contract";
import { type CalendarDate, daysBetween, type InputIssue } from "@fibril/kernel";
import { type BrokenRule, gapRule } from "../features/booking/override.ts";
import { refusePast } from "../features/booking/refuse-past.ts";

/** What stands in the way of a course. */
export interface RefusedCourse {
  readonly issues: readonly InputIssue[];
  /** By the place in the course. */
  readonly broken: readonly (BrokenRule & { readonly index: number })[];
}

export interface CourseLimits {
  /** The first day on which treatment may begin. */
  readonly from: CalendarDate;
  readonly now: Date;
  readonly timeZone: string;
}

interface WantedCourse {
  readonly gapDays: BookCourseBody["gapDays"];
  readonly sessions: readonly { readonly day: CalendarDate; readonly start: string }[];
}

/** The rules of a course's days, for whoever books it and through whatever door. */
export function refuseCourse(
  { gapDays, sessions }: WantedCourse,
  limits: CourseLimits,
): RefusedCourse & { readonly bars: readonly (SessionBar | null)[] } {
  const issues: InputIssue[] = [];
  const broken: (BrokenRule & { readonly index: number })[] = [];
  const { min, max, target } = gapDays;
  if (!(min <= target && target <= max)) issues.push({ path: "gapDays", message: "min, target and max must rise" });
  const bars = sessions.map((session, index) => {
    const before = sessions[index - 1];
    const path = `sessions.${index}`;
    const gap = before ? daysBetween(before.day, session.day) : null;
    const rule = gap === null ? null : gapRule(gap, gapDays, `${path}.day`);
    if (rule) broken.push({ ...rule, index });
    const refused = dayIssues({ ...session, gap }, path, limits);
    issues.push(...refused.map(({ issue }) => issue));
    return refused[0]?.bar ?? null;
  });
  return { issues, broken, bars };
}

interface WantedDay {
  readonly day: CalendarDate;
  readonly start: string;
  /** From the session before. */
  readonly gap: number | null;
}

function dayIssues({ day, start, gap }: WantedDay, path: string, { from, now, timeZone }: CourseLimits) {
  const refused: { readonly bar: SessionBar; readonly issue: InputIssue }[] = [];
  const past = refusePast({ day, start }, { now, timeZone, path });
  if (past) refused.push({ bar: "past", issue: past });
  const onDay = (message: string) => ({ path: `${path}.day`, message });
  if (day < from)
    refused.push({ bar: "before-permission", issue: onDay(`is before ${from}, when treatment may begin`) });
  if (gap !== null && gap < 1) refused.push({ bar: "not-after", issue: onDay("is not after the one before") });
  return refused;
}
