import type { FreeTimesView } from "@fibril/contract";
import { addDays, type CalendarDate, formatMinuteOfDay, parseMinuteOfDay } from "@fibril/kernel";
import type { Service } from "../features/booking/set-up-store.ts";
import { findSite } from "../features/booking/store.ts";
import { selfBookingRules } from "../features/hold/hold-rules.ts";
import { civilDay, instantOf } from "../platform/clock/civil-time.ts";
import type { Tx } from "../platform/database/database.ts";
import { loadSiteStarts, timesAt } from "./site-starts.ts";

const weekDays = 7;
const freeDaysNamed = 6;
const { leadMinutes, horizonDays, stepMinutes } = selfBookingRules;

export interface TimesWish {
  readonly siteId: string;
  readonly from: CalendarDate | null;
  readonly now: Date;
  /** Visits whose places count as free, because they would be moved. */
  readonly moving?: readonly string[];
}

/** When a consultation may be booked by oneself at a site. Null for a site of another clinic. */
export async function readTimes(tx: Tx, clinicId: string, wish: TimesWish): Promise<FreeTimesView | null> {
  const site = await findSite(tx, clinicId, wish.siteId);
  if (!site) return null;
  const { earliest, last, notBefore } = selfBookableDays(wish.now, site.time_zone);
  const from = within(wish.from ?? earliest, earliest, last);
  const range = { siteId: site.id, from, to: last, moving: wish.moving ?? [] };
  const starts = await loadSiteStarts(tx, clinicId, { ...range, kind: "consultation", notBefore });
  if (!starts) return null;
  const timesOn = (day: CalendarDate) => timesAt(starts.on(day), stepMinutes);
  const week = daysFrom(from, weekDays, last);
  const nextFreeDays: CalendarDate[] = [];
  for (let day = from; day <= last && nextFreeDays.length < freeDaysNamed; day = addDays(day, 1)) {
    if (timesOn(day).length > 0) nextFreeDays.push(day);
  }
  return {
    siteId: site.id,
    timeZone: site.time_zone,
    from,
    days: week.map((day) => ({
      day,
      times: timesOn(day).map((start) => ({ start, startsAt: instant(day, start, site.time_zone).toISOString() })),
    })),
    nextFreeDays,
    last,
  };
}

/** The days that somebody may book themselves on, seen from now, and the moment before which nothing is. */
export function selfBookableDays(now: Date, timeZone: string) {
  const notBefore = new Date(now.getTime() + leadMinutes * 60_000);
  const earliest = civilDay(notBefore, timeZone);
  return { notBefore, earliest, last: addDays(civilDay(now, timeZone), horizonDays) };
}

interface Held {
  readonly day: CalendarDate;
  readonly startMinute: number;
  readonly timeZone: string;
}

interface SiteNamed {
  readonly name: string;
  readonly address: string;
}

/** A time at a site as somebody reads it, in the clinic's own wall time and as instants. */
export function bookedTime({ day, startMinute, timeZone }: Held, site: SiteNamed, service: Service) {
  const endMinute = startMinute + service.prep_minutes + service.treatment_minutes;
  return {
    siteName: site.name,
    address: site.address,
    day,
    start: formatMinuteOfDay(startMinute),
    end: formatMinuteOfDay(endMinute),
    timeZone,
    startsAt: instantOf({ day, minute: startMinute, timeZone }).toISOString(),
    endsAt: instantOf({ day, minute: endMinute, timeZone }).toISOString(),
  };
}

function instant(day: CalendarDate, start: string, timeZone: string): Date {
  return instantOf({ day, minute: parseMinuteOfDay(start) ?? 0, timeZone });
}

function within(day: CalendarDate, earliest: CalendarDate, last: CalendarDate): CalendarDate {
  if (day < earliest) return earliest;
  return day > last ? last : day;
}

function daysFrom(from: CalendarDate, count: number, last: CalendarDate): readonly CalendarDate[] {
  return Array.from({ length: count }, (_, index) => addDays(from, index)).filter((day) => day <= last);
}
