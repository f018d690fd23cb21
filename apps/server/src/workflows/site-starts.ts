import { buildAvailability, parseCourseSearch } from "@fibril/booking";
import { type CalendarDate, formatMinuteOfDay, parseMinuteOfDay } from "@fibril/kernel";
import { afterNow } from "../features/booking/after-now.ts";
import { loadAvailability, type SiteRange, serviceOf } from "../features/booking/availability-store.ts";
import type { Place } from "../features/booking/claim-store.ts";
import { findService, type Service } from "../features/booking/set-up-store.ts";
import { type StartRun, startRuns } from "../features/booking/start-runs.ts";
import type { Tx } from "../platform/database/database.ts";

export interface SiteStarts {
  readonly service: Service;
  readonly timeZone: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The legal arrivals of one day, by practitioner. */
  readonly on: (day: CalendarDate) => readonly StartRun[];
}

export interface StartsWish extends SiteRange {
  readonly kind: Service["kind"];
  /** Nothing before this moment is a start. */
  readonly notBefore: Date;
}

/** The pseudo device of a service that needs none: always there, always free. */
const noDevice = { id: "none", kinds: ["none"], outages: [], busy: [] };

/** When one service can begin at a site between two days. Null for a site of another clinic. */
export async function loadSiteStarts(tx: Tx, clinicId: string, wish: StartsWish): Promise<SiteStarts | null> {
  const { kind, notBefore, from, to } = wish;
  const loaded = await loadAvailability(tx, clinicId, wish);
  if (!loaded) return null;
  const service = await findService(tx, clinicId, kind);
  const search = parseCourseSearch({
    ...afterNow(loaded, notBefore),
    devices: [...loaded.devices, noDevice],
    service: serviceOf(service),
    request: {
      sessions: 1,
      gapDays: { min: 28, max: 42, target: 35 },
      firstSession: { earliest: from, latest: to },
      notBefore: null,
    },
  });
  if (!search.ok) throw new Error(`a calendar of our own is not valid: ${JSON.stringify(search.problem)}`);
  const availability = buildAvailability(search.value);
  const on = (day: CalendarDate) => startRuns(availability, search.value.service, day);
  return { service, timeZone: loaded.timeZone, from, to, on };
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
