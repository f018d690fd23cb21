import { type CalendarDate, daysBetween } from "@fibril/kernel";
import type { Window } from "../pages/browser.ts";

export async function demoToday({ ask }: Window): Promise<CalendarDate> {
  const { today } = await ask<{ today: CalendarDate }>("GET", "/api/demo/clock");
  return today;
}

/** Moves the demo's clock to a day; whoever was signed in before may have to sign in again. */
export async function moveTo(window: Window, day: CalendarDate): Promise<void> {
  const days = daysBetween(await demoToday(window), day);
  if (days > 0) await window.ask("POST", "/api/demo/clock", { days, hours: 0 });
}
