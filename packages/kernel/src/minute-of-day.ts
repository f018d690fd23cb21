import type { Brand } from "./brand.ts";

/** Minutes of clinic wall time since midnight, 0 to 1440; 1440 (`24:00`) is only ever an end. */
export type MinuteOfDay = Brand<number, "MinuteOfDay">;

/** The minute that `HH:MM` names, or null; `24:00` is 1440. */
export function parseMinuteOfDay(text: string): MinuteOfDay | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return (hour * 60 + minute) as MinuteOfDay;
}

export function formatMinuteOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
