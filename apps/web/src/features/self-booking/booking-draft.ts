import type { Contact, HoldView } from "@fibril/contract";
import { type CalendarDate, parseCalendarDate } from "@fibril/kernel";

export interface BirthParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** What a visitor has typed so far, kept on their device until it is booked. */
export interface BookingDraft {
  readonly siteId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birth: BirthParts;
  readonly by: Contact["by"];
  readonly email: string;
  readonly phone: string;
}

export const emptyDraft: BookingDraft = {
  siteId: "",
  givenName: "",
  familyName: "",
  birth: { day: "", month: "", year: "" },
  by: "email",
  email: "",
  phone: "",
};

/** A hold with the moment at which this device was told of it, so that its own clock need not be right. */
export interface Held {
  readonly hold: HoldView;
  readonly toldAt: number;
}

/** The day that three numbers name, or null. */
export function birthDateOf({ day, month, year }: BirthParts): CalendarDate | null {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^\d{4}$/.test(y)) return null;
  return parseCalendarDate(`${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`);
}

export function contactOf({ by, email, phone }: BookingDraft): Contact {
  return by === "email" ? { by, email: email.trim() } : { by, phone: phone.trim() };
}

export function endOfHold({ hold, toldAt }: Held): number {
  return toldAt + hold.secondsLeft * 1_000;
}
