import { type CalendarDate, formatMinuteOfDay, type MinuteOfDay } from "@fibril/kernel";
import { instantsOf } from "../features/booking/claim-store.ts";
import {
  listPersonClaims,
  listTwoPlaces,
  listZonedVisits,
  type RezonedClaim,
  type TwoPlaces,
  type ZonedVisit,
} from "../features/booking/rezone-store.ts";
import { listSiteZones, type SiteZone } from "../features/booking/site-zone-store.ts";
import { listCheckInMessages, type WaitingMessage } from "../features/recovery/check-in-message-store.ts";
import { civilDay, edgeInstantOf, instantOf, minuteOfDay, skippedTimes } from "../platform/clock/civil-time.ts";
import { dayAndTime } from "../platform/clock/day-text.ts";
import type { Tx } from "../platform/database/database.ts";

export interface TimeZoneChange {
  readonly from: string;
  readonly to: string;
  readonly now: Date;
}

export type RezonedVisit = ZonedVisit & { readonly is: Date };

/** Everything that another time zone of the clinic touches, as it would be afterwards; writes nothing. */
export interface ForeseenTimeZone {
  readonly following: readonly SiteZone[];
  readonly keeping: readonly SiteZone[];
  /** Not done, and still to come on the clock before or after. */
  readonly visits: readonly RezonedVisit[];
  readonly claims: readonly RezonedClaim[];
  readonly checkInMessages: readonly WaitingMessage[];
  /** In words; empty where every promise can be kept. */
  readonly obstacles: readonly string[];
}

const standing: ReadonlySet<ZonedVisit["state"]> = new Set(["booked", "late", "arrived", "in-room"]);

/** Somebody is expected, or is here. */
export function stands({ state }: Pick<ZonedVisit, "state">): boolean {
  return standing.has(state);
}

/** At another moment than before. */
export function isShifted({ startsAt, is }: RezonedVisit): boolean {
  return startsAt.getTime() !== is.getTime();
}

/**
 * Sites on the clinic's clock follow it; one with a zone of its own keeps it. Wall times stay: what is still to come on
 * either clock gets its instants anew, and what is done or over on both is left alone.
 */
export async function foreseeTimeZone(tx: Tx, clinicId: string, change: TimeZoneChange): Promise<ForeseenTimeZone> {
  const { from, to, now } = change;
  const sites = await listSiteZones(tx, clinicId);
  const following = sites.filter(({ timeZone }) => timeZone === from);
  const keeping = sites.filter(({ timeZone }) => timeZone !== from);
  const days = [civilDay(now, from), civilDay(now, to)].sort();
  const range = { siteIds: following.map(({ id }) => id), from: days[0] as CalendarDate };
  const visits = (await listZonedVisits(tx, clinicId, range))
    .map((visit) => ({ ...visit, is: instantOf({ day: visit.day, minute: visit.startMinute, timeZone: to }) }))
    .filter(({ startsAt, is }) => startsAt > now || is > now);
  const claims = (await listPersonClaims(tx, clinicId, range))
    .filter(({ day, to: minute, ends }) => (ends && ends > now) || edgeInstantOf({ day, minute, timeZone: to }) > now)
    .map((claim) => ({ ...claim, instants: instantsOf(claim, to) }));
  const keepingIds = keeping.map(({ id }) => id);
  const twoPlaces = await listTwoPlaces(tx, clinicId, { claims, keepingIds, now });
  const expected = visits.filter(stands);
  const checkInMessages = (await listCheckInMessages(tx, clinicId)).map(({ id, dueAt }) => ({
    id,
    dueAt: sameWall(dueAt, change),
  }));
  const obstacles = [...skippedWords(expected, to), ...new Set(twoPlaces.map(twoPlacesWords))];
  return { following, keeping, visits, claims, checkInMessages, obstacles };
}

function sameWall(instant: Date, { from, to }: TimeZoneChange): Date {
  return instantOf({ day: civilDay(instant, from), minute: minuteOfDay(instant, from), timeZone: to });
}

function skippedWords(visits: readonly ZonedVisit[], timeZone: string): readonly string[] {
  const days = visits.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const skipped = skippedTimes(timeZone, { from: first, to: last });
  return visits
    .filter(({ day, startMinute, endMinute }) =>
      skipped.some((gap) => gap.day === day && gap.from < endMinute && startMinute < gap.to),
    )
    .map(
      ({ day, startMinute, siteName }) =>
        `A visit at ${siteName}, ${moment(day, startMinute)}: ${timeZone} skips that time when its clock goes forward.`,
    );
}

function twoPlacesWords({ person, here, there }: TwoPlaces): string {
  const at = ({ siteName, day, minute }: TwoPlaces["here"]) => `at ${siteName} ${moment(day, minute)}`;
  return `${person} would be at two sites at one moment: ${at(here)}, and ${at(there)}.`;
}

function moment(day: CalendarDate, minute: number): string {
  return dayAndTime(day, formatMinuteOfDay(minute as MinuteOfDay));
}
