import { type CalendarDate, formatMinuteOfDay, parseMinuteOfDay } from "@fibril/kernel";
import type { Place } from "../features/booking/claim-store.ts";
import { findKnownStarts } from "../features/booking/known-starts.ts";
import type { Service } from "../features/booking/set-up-store.ts";
import type { StartRun } from "../features/booking/start-runs.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import type { Tx } from "../platform/database/database.ts";

export interface SiteStarts {
  readonly service: Service;
  readonly timeZone: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The legal arrivals of one day, by practitioner. */
  readonly on: (day: CalendarDate) => readonly StartRun[];
}

export interface StartsWish {
  readonly siteId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Visits whose places count as free, because they are to be moved. */
  readonly moving?: readonly string[];
  readonly kind: Service["kind"];
  /** Nothing before this moment is a start. */
  readonly notBefore: Date;
}

/** When one service can begin at a site between two days. Null for a site of another clinic. */
export async function loadSiteStarts(tx: Tx, clinicId: string, wish: StartsWish): Promise<SiteStarts | null> {
  const { from, to, moving = [], notBefore } = wish;
  const known = await findKnownStarts(tx, clinicId, { ...wish, moving, today: civilDay(notBefore, "UTC") });
  return known && { ...known, from, to };
}

/** The arrivals of a day, whoever serves them, at whole steps of the clock: `09:00`, `09:15` … */
export function timesAt(runs: readonly StartRun[], stepMinutes: number): readonly string[] {
  const minutes = new Set<number>();
  for (const { from, to } of runs) {
    const last = minute(to);
    for (let at = Math.ceil(minute(from) / stepMinutes) * stepMinutes; at <= last; at += stepMinutes) minutes.add(at);
  }
  return [...minutes].sort((left, right) => left - right).map(formatMinuteOfDay);
}

/** Who and what serves an arrival: the first who can by the order of the runs. Null where nobody can begin then. */
export function placeFrom(
  { on, service }: SiteStarts,
  {
    day,
    start,
    practitionerId,
  }: { readonly day: CalendarDate; readonly start: string; readonly practitionerId?: string },
): Place | null {
  const isIn = ({ from, to, practitioner }: StartRun) =>
    from <= start && start <= to && (practitionerId === undefined || practitioner === practitionerId);
  const run = on(day).find(isIn);
  const [prepRoom] = run?.prepRooms ?? [];
  const [treatmentRoom] = run?.treatmentRooms ?? [];
  const [device] = run?.devices ?? [];
  if (!run || prepRoom === undefined || treatmentRoom === undefined || device === undefined) return null;
  const tool = service.device_kind === null ? null : device;
  return { day, start, practitioner: run.practitioner, prepRoom, treatmentRoom, device: tool };
}

function minute(time: string): number {
  const parsed = parseMinuteOfDay(time);
  if (parsed === null) throw new RangeError(`not a time of day: ${time}`);
  return parsed;
}
