import { type CalendarDate, type InputIssue, parseMinuteOfDay } from "@fibril/kernel";
import { civilDay, minuteOfDay } from "../../platform/clock/civil-time.ts";

/** A place in the past at its own site, whatever day it is where the clinic keeps its books; null where it is not. */
export function refusePast(
  { day, start }: { readonly day: CalendarDate; readonly start: string },
  { now, timeZone, path }: { readonly now: Date; readonly timeZone: string; readonly path: string },
): InputIssue | null {
  const today = civilDay(now, timeZone);
  if (day < today) return { path: `${path}.day`, message: "is in the past" };
  const isOver = day === today && (parseMinuteOfDay(start) ?? 0) < minuteOfDay(now, timeZone);
  return isOver ? { path: `${path}.start`, message: "is in the past" } : null;
}
