import { type Availability, giveTimesBack, parseCourseSearch } from "@fibril/booking";
import { type CalendarDate, formatMinuteOfDay, parseMinuteOfDay } from "@fibril/kernel";
import { civilDay, minuteOfDay } from "../../platform/clock/civil-time.ts";
import type { Db } from "../../tables/index.ts";
import { availabilityCache, type KnownSite } from "./availability-cache.ts";
import { serviceOf } from "./availability-store.ts";
import { listClaimsOf } from "./claim-store.ts";
import type { Service } from "./set-up-store.ts";
import { type StartRun, startRuns } from "./start-runs.ts";

interface Wish {
  readonly siteId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly today: CalendarDate;
  /** Visits whose places count as free, because they are to be moved. */
  readonly moving: readonly string[];
  readonly kind: Service["kind"];
  /** Nothing before this moment is a start. */
  readonly notBefore: Date;
}

export interface KnownStarts {
  readonly service: Service;
  readonly timeZone: string;
  readonly nameOf: KnownSite["nameOf"];
  /** The legal arrivals of one day, by practitioner. */
  readonly on: (day: CalendarDate) => readonly StartRun[];
}

/** When one service can begin at a site, from the calendar kept in memory. Null for a site of another clinic. */
export async function findKnownStarts(db: Db, clinicId: string, wish: Wish): Promise<KnownStarts | null> {
  const { moving, kind, notBefore, ...question } = wish;
  const site = await availabilityCache.find(db, clinicId, question);
  if (!site) return null;
  const service = site.services
    .filter((one) => one.kind === kind)
    .sort((left, right) => (left.id < right.id ? -1 : 1))[0];
  if (!service) throw new Error(`the clinic has no service for a ${kind}`);
  const own = moving.length > 0 ? await listClaimsOf(db, clinicId, moving) : [];
  const availability: Availability = own.length > 0 ? giveTimesBack(site.availability, own) : site.availability;
  const asked = parsedService(service, question);
  const first = { day: civilDay(notBefore, site.timeZone), minute: minuteOfDay(notBefore, site.timeZone) };
  const on = (day: CalendarDate) =>
    day < first.day
      ? []
      : startRuns(availability, asked, day).flatMap((run) => (day > first.day ? run : clip(run, first.minute)));
  return { service, timeZone: site.timeZone, nameOf: site.nameOf, on };
}

const slotMinutes = 5;

/** What of a run begins at a minute of its day or later. */
function clip(run: StartRun, minute: number): readonly StartRun[] {
  const earliest = formatMinuteOfDay(Math.ceil(minute / slotMinutes) * slotMinutes);
  if ((parseMinuteOfDay(run.to) ?? 0) < minute) return [];
  return [run.from < earliest ? { ...run, from: earliest } : run];
}

function parsedService(service: Service, { from, to }: Pick<Wish, "from" | "to">) {
  const nobody = { timeZone: "UTC", opening: { weekly: {} }, practitioners: [], rooms: [], devices: [] };
  const request = {
    sessions: 1,
    gapDays: { min: 28, max: 42, target: 35 },
    firstSession: { earliest: from, latest: to },
    notBefore: null,
  };
  const parsed = parseCourseSearch({ from, to, ...nobody, service: serviceOf(service), request });
  if (!parsed.ok) throw new Error(`a search that we made ourselves is not valid: ${JSON.stringify(parsed.problem)}`);
  return parsed.value.service;
}
