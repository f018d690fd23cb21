import {
  type Availability,
  availabilityBytes,
  buildAvailability,
  parseCourseSearch,
  replaceDays,
  takeTimes,
} from "@fibril/booking";
import { addDays, type CalendarDate, daysBetween } from "@fibril/kernel";
import type { Db } from "../../tables/index.ts";
import { type Claimed, listClaims, loadStanding, type SiteAvailability, skippedClaims } from "./availability-store.ts";
import { calendarVersion, dayVersions } from "./availability-version-store.ts";
import { listResources, listServices, type Service } from "./set-up-store.ts";

const daysAhead = 400;
const defaultBytes = 256 * 2 ** 20;

/** A site as it is kept: never the truth, and looked at again by whoever books. */
export interface KnownSite {
  readonly availability: Availability;
  readonly timeZone: string;
  readonly services: readonly Service[];
  readonly nameOf: (resourceId: string) => string;
  /** Two answers with the same stamp were made of the same calendar. */
  readonly stamp: string;
}

interface Kept extends Omit<KnownSite, "stamp"> {
  readonly setUp: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The version of each day since `from` whose bookings are in the bitsets. */
  readonly versions: Float64Array;
  /** What the site's clock skips on some days, as everybody's and everything's. */
  readonly skippedOn: (days: readonly CalendarDate[]) => readonly Claimed[];
}

export interface SiteQuestion {
  readonly siteId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly today: CalendarDate;
}

/**
 * The bitsets of each clinic's sites, day by day. Every question asks the database first which version its days have,
 * and reads those again that differ, so that two processes on one database never differ for longer than a question. The
 * versions are read before the bookings: what is kept may be newer than it says, never older.
 */
export interface AvailabilityCache {
  /** Null for a site of another clinic. */
  readonly find: (db: Db, clinicId: string, question: SiteQuestion) => Promise<KnownSite | null>;
  readonly bytes: () => number;
  /** Forgets the sites that were asked about longest ago until the rest fits; the one of the last question stays. */
  readonly keepWithin: (bytes: number) => void;
}

export function createAvailabilityCache(): AvailabilityCache {
  const sites = new Map<string, { site: Kept; bytes: number }>();
  const loading = new Map<string, Promise<Kept | null>>();
  let mostBytes = defaultBytes;

  return {
    find: async (db, clinicId, question) => {
      const key = `${clinicId} ${question.siteId}`;
      const version = await calendarVersion(db, clinicId, question);
      const { setUp, ownTransaction } = version;
      const known = () => usable(sites.get(key)?.site, { setUp, question });
      const site = known() ?? (await (ownTransaction ? load : loadOnce)(db, clinicId, { ...question, setUp }));
      if (!site) return null;
      const upToDate =
        versionOf(site, question) === version.days
          ? site
          : await readAgain(db, clinicId, { question, newest: () => known() ?? site, site });
      // What the asking transaction changed may be undone, so that nobody else is told of it.
      if (ownTransaction === null) keep(key, upToDate);
      const stamp = `${setUp} ${versionOf(upToDate, question)} ${ownTransaction ?? ""}`;
      return { ...upToDate, stamp };
    },
    bytes: totalBytes,
    keepWithin: (bytes) => {
      mostBytes = bytes;
      forget();
    },
  };

  /** Many questions for a site that nobody knows yet wait for one answer. */
  async function loadOnce(db: Db, clinicId: string, question: SiteQuestion & { setUp: number }) {
    const key = JSON.stringify([clinicId, question]);
    const running = loading.get(key) ?? load(db, clinicId, question);
    loading.set(key, running);
    try {
      return await running;
    } finally {
      loading.delete(key);
    }
  }

  function keep(key: string, site: Kept): void {
    const known = sites.get(key)?.site;
    // Somebody else's newer reading stays.
    const newest = known && known.setUp > site.setUp ? known : site;
    sites.delete(key);
    sites.set(key, { site: newest, bytes: availabilityBytes(newest.availability) + newest.versions.byteLength });
    forget();
  }

  function forget(): void {
    for (const key of sites.keys()) {
      if (sites.size <= 1 || totalBytes() <= mostBytes) return;
      sites.delete(key);
    }
  }

  function totalBytes(): number {
    let sum = 0;
    for (const { bytes } of sites.values()) sum += bytes;
    return sum;
  }
}

/** What this process keeps. */
export const availabilityCache = createAvailabilityCache();

function usable(
  site: Kept | undefined,
  { setUp, question: { from, to } }: { readonly setUp: number; readonly question: SiteQuestion },
): Kept | null {
  return site && site.setUp >= setUp && site.from <= from && to <= site.to ? site : null;
}

function versionOf({ from, versions }: Kept, question: SiteQuestion): number {
  let sum = 0;
  const first = daysBetween(from, question.from);
  const last = daysBetween(from, question.to);
  for (let day = first; day <= last; day += 1) sum += versions[day] as number;
  return sum;
}

async function load(db: Db, clinicId: string, question: SiteQuestion & { setUp: number }): Promise<Kept | null> {
  const { siteId, today, setUp } = question;
  const ahead = addDays(today, daysAhead);
  const from = question.from < today ? question.from : today;
  const to = question.to > ahead ? question.to : ahead;
  const known = await dayVersions(db, clinicId, { siteId, from, to });
  const standing = await loadStanding(db, clinicId, { siteId, from, to });
  if (!standing) return null;
  const names = new Map((await listResources(db, clinicId)).map(({ id, name }) => [id, name]));
  const versions = new Float64Array(daysBetween(from, to) + 1);
  for (const { day, version } of known) versions[daysBetween(from, day)] = version;
  return {
    setUp,
    from,
    to,
    versions,
    timeZone: standing.timeZone,
    services: await listServices(db, clinicId),
    nameOf: (id) => names.get(id) ?? "",
    skippedOn: (days) => skippedClaims(standing, days),
    availability: takeTimes(bitsetsOf(standing), [
      ...(await listClaims(db, clinicId, { siteId, from, to })),
      ...skippedClaims(standing),
    ]),
  };
}

interface Again {
  readonly question: SiteQuestion;
  readonly site: Kept;
  /** What is kept by now, where another question was quicker. */
  readonly newest: () => Kept;
}

/** The days of a question that have another version by now, read again. */
async function readAgain(db: Db, clinicId: string, { question, site, newest }: Again): Promise<Kept> {
  const { siteId, from, to } = question;
  const known = await dayVersions(db, clinicId, question);
  const days = staleDays(site, known).map(({ day }) => day);
  if (days.length === 0) return site;
  const claims = await listClaims(db, clinicId, { siteId, from, to, days });
  const base = newest();
  const stale = staleDays(base, known).filter(({ day }) => days.includes(day));
  const versions = base.versions.slice();
  for (const { day, version } of stale) versions[daysBetween(base.from, day)] = version;
  const fresh = stale.map(({ day }) => day);
  const taken = [...claims.filter(({ day }) => fresh.includes(day)), ...base.skippedOn(fresh)];
  return { ...base, versions, availability: replaceDays(base.availability, fresh, taken) };
}

function staleDays<Known extends { readonly day: CalendarDate; readonly version: number }>(
  { from, versions }: Kept,
  known: readonly Known[],
): readonly Known[] {
  return known.filter(({ day, version }) => (versions[daysBetween(from, day)] as number) < version);
}

/** The pseudo device of a service that needs none: always there, always free. */
const noDevice = { id: "none", kinds: ["none"], outages: [], busy: [] };

/** What a search needs besides the site, for the parser; no search is made with it. */
const anySearch = {
  service: {
    prepMinutes: 5,
    treatmentMinutes: 5,
    notesMinutes: 0,
    roomTurnoverMinutes: 0,
    deviceCleaningMinutes: 0,
    requires: { qualification: "any", prepRoom: "any", treatmentRoom: "any", device: "any" },
  },
  request: { sessions: 1, gapDays: { min: 28, max: 42, target: 35 } },
};

function bitsetsOf(standing: SiteAvailability): Availability {
  const { from } = standing;
  const parsed = parseCourseSearch({
    ...standing,
    devices: [...standing.devices, noDevice],
    service: anySearch.service,
    request: { ...anySearch.request, firstSession: { earliest: from, latest: from } },
  });
  if (!parsed.ok) throw new Error(`a site that we keep ourselves is not valid: ${JSON.stringify(parsed.problem)}`);
  return buildAvailability(parsed.value);
}
