import { epochDay, weekdays } from "@fibril/kernel";
import { type Availability, weekdayIndex } from "./availability.ts";
import type { CourseRequest } from "./course-search.ts";

/** The request's own rules about days, in days since the availability's first. */
export interface CourseDays {
  readonly sessions: number;
  readonly gapMin: number;
  readonly gapMax: number;
  readonly earliest: number;
  readonly latest: number;
  readonly isAllowed: (day: number) => boolean;
}

export function courseDays(
  { firstDay, days }: Pick<Availability, "firstDay" | "days">,
  request: CourseRequest,
): CourseDays {
  const allowed = new Uint8Array(days).fill(1);
  if (request.notBefore) allowed.fill(0, 0, Math.max(0, epochDay(request.notBefore) - firstDay));
  for (const blocked of request.blockedDays) allowed[epochDay(blocked) - firstDay] = 0;
  const wanted = request.weekdays ? weekdays.map((weekday) => request.weekdays?.includes(weekday) ?? true) : null;
  if (wanted) {
    for (let day = 0; day < days; day += 1) if (!wanted[weekdayIndex(firstDay + day)]) allowed[day] = 0;
  }
  return {
    sessions: request.sessions,
    gapMin: request.gapDays.min,
    gapMax: request.gapDays.max,
    earliest: Math.max(0, epochDay(request.firstSession.earliest) - firstDay),
    latest: Math.min(days - 1, epochDay(request.firstSession.latest) - firstDay),
    isAllowed: (day) => allowed[day] === 1,
  };
}

/**
 * The days that each session can fall on, going forward from the first: those with a start that are a legal gap after
 * a day of the session before. Ends with the first session that has no day; `hasStart` is asked of a day once at most
 * for each session.
 */
export function reachableDays(
  { sessions, gapMin, gapMax, earliest, latest, isAllowed }: CourseDays,
  days: number,
  hasStart: (day: number) => boolean,
): readonly (readonly number[])[] {
  const layers: (readonly number[])[] = [daysIn([earliest], latest - earliest)];
  while (layers.length < sessions && layers.at(-1)?.length !== 0) {
    layers.push(daysIn(layers.at(-1)?.map((day) => day + gapMin) ?? [], gapMax - gapMin));
  }
  return layers;

  /** Each day once, in order, of windows of equal length that begin one after another. */
  function daysIn(windows: readonly number[], length: number): readonly number[] {
    const found: number[] = [];
    let next = 0;
    for (const from of windows) {
      const to = Math.min(from + length, days - 1);
      for (next = Math.max(next, from); next <= to; next += 1) if (isAllowed(next) && hasStart(next)) found.push(next);
    }
    return found;
  }
}
