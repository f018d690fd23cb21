import { clockText } from "../../ui/clock-text.ts";
import { minuteOf } from "./calendar-columns.ts";

/** The hour that begins at a time, as the search takes it; it never runs past midnight. */
export function hourAround(start: string): readonly (readonly [string, string])[] {
  const minute = minuteOf(start);
  return [[clockText(minute), clockText(Math.min(minute + 60, 1435))]];
}
