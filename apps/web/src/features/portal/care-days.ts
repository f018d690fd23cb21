import type { AftercareView } from "@fibril/contract";
import { addDays, type CalendarDate, daysBetween } from "@fibril/kernel";
import { expectedCourse } from "@fibril/recovery";

type PlanDay = AftercareView["days"][number];

export interface CareDay {
  readonly day: number;
  readonly date: string;
  readonly instructions: PlanDay["instructions"];
  readonly expect: readonly string[];
  readonly expectSources: readonly string[];
}

export interface CareDays {
  readonly sinceSession: number;
  readonly past: readonly CareDay[];
  readonly today: CareDay | null;
  readonly coming: readonly CareDay[];
}

/** The plan parted by today. Between two written days the earlier one's advice goes on. */
export function careDaysOf(plan: AftercareView, today: string): CareDays {
  const since = daysBetween(plan.performedOn as CalendarDate, today as CalendarDate);
  const days = plan.days.map((day) => careDay(plan, day));
  const now = days.findLast(({ day }) => day <= since) ?? null;
  return {
    sinceSession: since,
    past: days.filter(({ day }) => now !== null && day < now.day),
    today: now && { ...now, ...expectationOn(since) },
    coming: days.filter(({ day }) => day > since),
  };
}

function careDay({ performedOn }: AftercareView, { day, instructions }: PlanDay): CareDay {
  return { day, date: addDays(performedOn as CalendarDate, day), instructions, ...expectationOn(day) };
}

function expectationOn(day: number) {
  const rows = expectedCourse.filter(({ fromHour, toHour }) => fromHour < (day + 1) * 24 && toHour > day * 24);
  return {
    expect: rows.map(({ expect }) => expect),
    expectSources: [...new Set(rows.flatMap(({ sources }) => sources))],
  };
}
