import { parseCourseSearch, type ReplanCase, type ReplanService, type ReplanSession } from "@fibril/booking";
import type { ReplanCause } from "@fibril/contract";
import { addDays, type CalendarDate } from "@fibril/kernel";
import { afterNow } from "../features/booking/after-now.ts";
import { loadAvailability, type SiteAvailability, serviceOf } from "../features/booking/availability-store.ts";
import { listResources, listServices, listSites, type Service } from "../features/booking/set-up-store.ts";
import { listPerformed } from "../features/course/store.ts";
import {
  listDaysOf,
  listGaps,
  listStanding,
  type StandingVisit,
  type VisitDay,
  type VisitFilter,
} from "../features/replanning/facts-store.ts";
import type { LineVisit } from "../features/replanning/store.ts";
import { listDecisions } from "../features/suitability/store.ts";
import type { Tx } from "../platform/database/database.ts";

/** How far after its booked day a visit without neighbours, and any other, may go; practice, unsourced. */
const aloneDays = 28;
const reachDays = 42;
/** Whoever comes within a week is taken as confirmed. */
const confirmedDays = 7;
const neverDay = "9999-12-31" as CalendarDate;

/** The displaced visits of one site as a case for the planner. */
export interface SiteCase {
  readonly siteId: string;
  readonly case: ReplanCase;
  readonly visits: readonly LineVisit[];
}

export interface CaseWish {
  readonly cause: ReplanCause;
  readonly mayMoveOthers: boolean;
  readonly today: CalendarDate;
  readonly now: Date;
}

/** What the cause is about, in the clinic's own words; null for a site or resource of another clinic. */
export async function nameCause(tx: Tx, clinicId: string, cause: ReplanCause): Promise<string | null> {
  const named = cause.kind === "closure" ? await listSites(tx, clinicId) : await listResources(tx, clinicId);
  const id = cause.kind === "closure" ? cause.siteId : cause.resourceId;
  return named.find((one) => one.id === id)?.name ?? null;
}

/** Booked visits that the cause leaves no place where they are. */
export async function listDisplaced(
  tx: Tx,
  clinicId: string,
  cause: ReplanCause,
  today: CalendarDate,
): Promise<readonly StandingVisit[]> {
  return listStanding(tx, clinicId, filterOf(cause, today));
}

function filterOf(cause: ReplanCause, today: CalendarDate): VisitFilter {
  const { from, to } = spanOf(cause);
  const span = { from: from < today ? today : from, to };
  return cause.kind === "closure"
    ? { ...span, siteId: cause.siteId, days: cause.days }
    : { ...span, resourceId: cause.resourceId };
}

function spanOf(cause: ReplanCause): { readonly from: CalendarDate; readonly to: CalendarDate } {
  if (cause.kind === "absence") return { from: cause.fromDay, to: cause.toDay };
  const days = [...cause.days].sort();
  return { from: days[0] as CalendarDate, to: days.at(-1) as CalendarDate };
}

/** One case for each site with a displaced visit: a person may work at two. */
export async function loadCases(tx: Tx, clinicId: string, wish: CaseWish): Promise<readonly SiteCase[]> {
  const displaced = await listDisplaced(tx, clinicId, wish.cause, wish.today);
  const services = await listServices(tx, clinicId);
  const cases: SiteCase[] = [];
  for (const siteId of [...new Set(displaced.map(({ site_id }) => site_id))].sort()) {
    const own = displaced.filter(({ site_id }) => site_id === siteId);
    cases.push(await siteCase(tx, clinicId, { ...wish, siteId, displaced: own, services }));
  }
  return cases;
}

interface SiteWish extends CaseWish {
  readonly siteId: string;
  readonly displaced: readonly StandingVisit[];
  readonly services: readonly Service[];
}

async function siteCase(tx: Tx, clinicId: string, wish: SiteWish): Promise<SiteCase> {
  const { siteId, displaced, services, today } = wish;
  const last = displaced.reduce((latest, { day }) => (day > latest ? day : latest), today);
  const end = spanOf(wish.cause).to;
  const horizon = addDays(end > last ? (addDays(last, 400) < end ? addDays(last, 400) : end) : last, reachDays);
  const movable = wish.mayMoveOthers ? await listMovable(tx, clinicId, { ...wish, horizon }) : [];
  const visits = [...displaced, ...movable];
  const facts = await loadFacts(tx, clinicId, visits);
  const moving = visits.map(({ id }) => id);
  const permitted = await permittedDays(tx, clinicId, displaced);
  const availability = await loadAvailability(tx, clinicId, { siteId, from: today, to: horizon, moving });
  if (!availability) throw new Error("a site with visits is gone");
  const sessions = visits.map((visit): ReplanSession => {
    const isDisplaced = displaced.includes(visit);
    // Others are only ever moved later, so that nobody comes before the day from which they may be treated.
    const earliest = isDisplaced ? (permitted.get(visit.id) ?? today) : visit.day;
    const session = sessionOf(visit, facts, { moving, horizon, earliest });
    return { ...session, role: isDisplaced ? "displaced" : "movable" };
  });
  return {
    siteId,
    case: {
      site: calendarOf(withCause(afterNow(availability, wish.now), wish)),
      services: Object.fromEntries(services.map((service) => [service.id, replanService(service)])),
      sessions,
    },
    visits: visits.map(({ id, patient_id, site_id, version }) => ({
      id,
      patientId: patient_id,
      siteId: site_id,
      version,
    })),
  };
}

async function listMovable(tx: Tx, clinicId: string, wish: SiteWish & { readonly horizon: CalendarDate }) {
  const { siteId, today, horizon, displaced } = wish;
  const around = await listStanding(tx, clinicId, { siteId, from: addDays(today, confirmedDays), to: horizon });
  return around.filter(({ id, state }) => state === "booked" && !displaced.some((visit) => visit.id === id));
}

interface Facts {
  readonly days: readonly VisitDay[];
  readonly performed: Awaited<ReturnType<typeof listPerformed>>;
  readonly gaps: Awaited<ReturnType<typeof listGaps>>;
}

async function loadFacts(tx: Tx, clinicId: string, visits: readonly StandingVisit[]): Promise<Facts> {
  const courseIds = [...new Set(visits.flatMap(({ course_id }) => (course_id === null ? [] : [course_id])))];
  return {
    days: await listDaysOf(tx, clinicId, [...new Set(visits.map(({ patient_id }) => patient_id))]),
    performed: await listPerformed(tx, clinicId, courseIds),
    gaps: await listGaps(tx, clinicId, courseIds),
  };
}

/** The first day on which each may be; a session without a permitting decision has none. */
async function permittedDays(tx: Tx, clinicId: string, visits: readonly StandingVisit[]) {
  const days = new Map<string, CalendarDate>();
  for (const { id, patient_id, kind } of visits) {
    if (kind !== "session") continue;
    days.set(id, (await permittedFrom(tx, clinicId, patient_id)) ?? neverDay);
  }
  return days;
}

export async function permittedFrom(tx: Tx, clinicId: string, patientId: string): Promise<CalendarDate | null> {
  const [decision] = await listDecisions(tx, clinicId, patientId);
  return (decision?.bookableFrom ?? null) as CalendarDate | null;
}

interface Reach {
  readonly moving: readonly string[];
  readonly horizon: CalendarDate;
  readonly earliest: CalendarDate;
}

function sessionOf(
  visit: StandingVisit,
  facts: Facts,
  { moving, horizon, earliest }: Reach,
): Omit<ReplanSession, "role"> {
  const gaps = facts.gaps.find(({ id }) => id === visit.course_id);
  const { previous, next } = neighboursOf(visit, facts);
  const asNeighbour = (beside: Beside | null) =>
    beside && { day: beside.day, session: beside.id !== null && moving.includes(beside.id) ? beside.id : null };
  const alone = addDays(visit.day, aloneDays);
  const latest = previous || next || alone > horizon ? horizon : alone;
  return {
    id: visit.id,
    service: visit.service_id,
    place: {
      day: visit.day,
      startMinute: visit.start_minute,
      practitioner: visit.practitioner_id,
      prepRoom: visit.prep_room_id,
      treatmentRoom: visit.treatment_room_id,
      device: visit.device_id,
    },
    gapDays: gaps
      ? { min: gaps.gap_min_days, max: gaps.gap_max_days, target: gaps.gap_target_days }
      : { min: 1, max: reachDays, target: 1 },
    previous: asNeighbour(previous),
    next: asNeighbour(next),
    earliest,
    latest,
    blockedDays: facts.days
      .filter(({ id, patient_id }) => patient_id === visit.patient_id && id !== visit.id)
      .map(({ day }) => day),
  };
}

interface Beside {
  readonly id: string | null;
  readonly ordinal: number;
  readonly day: CalendarDate;
}

/** The sessions before and after in the same course, on the day on which they were done or are booked. */
export function neighboursOf(
  { id, course_id, ordinal }: Pick<StandingVisit, "id" | "course_id" | "ordinal">,
  { days, performed }: Pick<Facts, "days" | "performed">,
): { readonly previous: Beside | null; readonly next: Beside | null } {
  if (course_id === null || ordinal === null) return { previous: null, next: null };
  const done = performed
    .filter((record) => record.course_id === course_id)
    .map((record) => ({ id: null, ordinal: record.ordinal, day: record.performed_on }));
  const booked = days
    .filter((visit) => visit.course_id === course_id && visit.id !== id)
    .map((visit) => ({ id: visit.id, ordinal: visit.ordinal ?? 0, day: visit.day }))
    .filter((visit) => !done.some((record) => record.ordinal === visit.ordinal));
  const all = [...done, ...booked].sort((left, right) => left.ordinal - right.ordinal);
  return {
    previous: all.filter((one) => one.ordinal < ordinal).at(-1) ?? null,
    next: all.find((one) => one.ordinal > ordinal) ?? null,
  };
}

function withCause(availability: SiteAvailability, { cause, siteId }: SiteWish): SiteAvailability {
  if (cause.kind === "closure") {
    const { weekly, closed } = availability.opening;
    const days = cause.siteId === siteId ? cause.days : [];
    return { ...availability, opening: { weekly, closed: [...new Set([...closed, ...days])] } };
  }
  const { resourceId, fromDay, toDay } = cause;
  const away = (id: string): [CalendarDate, CalendarDate][] => (id === resourceId ? [[fromDay, toDay]] : []);
  const without = <Thing extends SiteAvailability["rooms"][number]>(thing: Thing) => ({
    ...thing,
    outages: [...thing.outages, ...away(thing.id)],
  });
  return {
    ...availability,
    practitioners: availability.practitioners.map((person) => ({
      ...person,
      leave: [...person.leave, ...away(person.id)],
    })),
    rooms: availability.rooms.map(without),
    devices: availability.devices.map(without),
  };
}

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

function calendarOf(availability: SiteAvailability): ReplanCase["site"] {
  const firstSession = { earliest: availability.from, latest: availability.from };
  const document = { ...availability, service: anySearch.service, request: { ...anySearch.request, firstSession } };
  const parsed = parseCourseSearch(document);
  if (!parsed.ok) throw new Error(`a site that we keep ourselves is not valid: ${JSON.stringify(parsed.problem)}`);
  const { from, to, opening, practitioners, rooms, devices } = parsed.value;
  return { from, to, opening, practitioners, rooms, devices };
}

function replanService(service: Service): ReplanService {
  const { requires, ...minutes } = serviceOf(service);
  return { ...minutes, requires: { ...requires, device: service.device_kind } };
}
