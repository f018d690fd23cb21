import { type MinuteOfDay, parseMinuteOfDay } from "@fibril/kernel";

/** The minute of the day at the clinic of an instant in milliseconds. */
export function minuteAt(moment: number, timeZone: string): MinuteOfDay {
  const text = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(moment);
  const minute = parseMinuteOfDay(text);
  if (minute === null) throw new Error(`no minute of the day: ${text}`);
  return minute;
}

/** When a minute of today began, in milliseconds: for a clock that runs from it. */
export function momentOf(minute: MinuteOfDay, now: number, timeZone: string): number {
  const elapsedMinutes = minuteAt(now, timeZone) - minute;
  return Math.floor(now / 60_000) * 60_000 - elapsedMinutes * 60_000;
}
