import type { VisitView } from "@fibril/contract";
import { type CalendarDate, daysBetween } from "@fibril/kernel";
import { lockDays, type Place, releaseClaims } from "../features/booking/claim-store.ts";
import { loadAround } from "../features/booking/places-store.ts";
import { refusePast } from "../features/booking/refuse-past.ts";
import { refusePlace } from "../features/booking/refuse-place.ts";
import { listServices, type Service } from "../features/booking/set-up-store.ts";
import { findVisit, insertVisitEvent, moveVisit } from "../features/booking/visit-store.ts";
import { listPerformed } from "../features/course/store.ts";
import { listDaysOf, listGaps } from "../features/replanning/facts-store.ts";
import type { Tx } from "../platform/database/database.ts";
import { neighboursOf, permittedFrom } from "./replan-case.ts";

/** One visit of a plan, to be moved now. */
export interface PlannedMove {
  readonly visitId: string;
  /** The version that the plan was made from. */
  readonly version: number;
  readonly place: Place;
}

export interface MadeMove {
  readonly visit: VisitView;
  readonly place: Place;
}

interface Mover {
  readonly by: string;
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * Moves visits, all or none: locks their days, looks at each again, then gives back and takes every claim. @returns the
 * ids of those that can't be moved as planned any more, with nothing changed; else what was moved.
 */
export async function moveTogether(
  tx: Tx,
  clinicId: string,
  { moves, ...mover }: Mover & { readonly moves: readonly PlannedMove[] },
): Promise<{ readonly stale: readonly string[] } | { readonly made: readonly MadeMove[] }> {
  const before = await readVisits(tx, clinicId, moves);
  await lockEvery(tx, clinicId, { made: before, now: mover.now });
  const visits = await readVisits(tx, clinicId, moves);
  const services = await listServices(tx, clinicId);
  const stale = await staleOnes(tx, clinicId, { moves, visits, services, now: mover.now });
  if (stale.length > 0) return { stale };
  await releaseClaims(
    tx,
    clinicId,
    visits.map(({ visit }) => visit.id),
  );
  for (const { visit, place } of visits) {
    const service = serviceOfVisit(services, visit);
    const { siteId, version } = visit;
    const kept = await moveVisit(tx, clinicId, { visitId: visit.id, version, siteId, place, service });
    if (!kept) throw new Error("a visit changed while its day was locked");
    const reason = `planned anew: from ${visit.day} ${visit.start} to ${place.day} ${place.start}`;
    const event = { id: mover.newId(), visitId: visit.id, patientId: visit.patientId, state: visit.state };
    await insertVisitEvent(tx, clinicId, { ...event, by: mover.by, reason }, mover.now);
  }
  return { made: visits };
}

async function readVisits(tx: Tx, clinicId: string, moves: readonly PlannedMove[]): Promise<readonly MadeMove[]> {
  const found: MadeMove[] = [];
  for (const { visitId, place } of moves) {
    const visit = await findVisit(tx, clinicId, visitId);
    if (visit) found.push({ visit, place });
  }
  return found;
}

/** Site after site in the order of their ids, and each one's days ascending. */
async function lockEvery(
  tx: Tx,
  clinicId: string,
  { made, now }: { readonly made: readonly MadeMove[]; readonly now: Date },
): Promise<void> {
  for (const siteId of [...new Set(made.map(({ visit }) => visit.siteId))].sort()) {
    const own = made.filter(({ visit }) => visit.siteId === siteId);
    const days = own.flatMap(({ visit, place }) => [visit.day as CalendarDate, place.day]);
    await lockDays(tx, clinicId, { siteId, days, now });
  }
}

interface Looked {
  readonly moves: readonly PlannedMove[];
  readonly visits: readonly MadeMove[];
  readonly services: readonly Service[];
  readonly now: Date;
}

async function staleOnes(tx: Tx, clinicId: string, looked: Looked): Promise<readonly string[]> {
  const { moves, visits, services, now } = looked;
  const moving = visits.map(({ visit }) => visit.id);
  const stale: string[] = [];
  for (const { visitId, version, place } of moves) {
    const visit = visits.find((one) => one.visit.id === visitId)?.visit;
    const isStanding = visit?.version === version && (visit.state === "booked" || visit.state === "late");
    if (!isStanding || refusePast(place, { now, timeZone: visit.timeZone, path: "place" })) {
      stale.push(visitId);
      continue;
    }
    const around = await loadAround(tx, clinicId, { siteId: visit.siteId, places: [place], moving });
    const isFree = around !== null && refusePlace(around, serviceOfVisit(services, visit), place) === null;
    if (!(isFree && (await keepsItsGaps(tx, clinicId, { visit, place, visits })))) stale.push(visitId);
  }
  return stale;
}

/** A session stays within the gaps of its course, wherever its neighbours go, and not before it may be treated. */
async function keepsItsGaps(
  tx: Tx,
  clinicId: string,
  { visit, place, visits }: MadeMove & { readonly visits: readonly MadeMove[] },
): Promise<boolean> {
  const { courseId, patientId, ordinal, id } = visit;
  if (courseId === null) return true;
  const permitted = await permittedFrom(tx, clinicId, patientId);
  const [gaps] = await listGaps(tx, clinicId, [courseId]);
  if (permitted === null || place.day < permitted || !gaps) return false;
  const days = await listDaysOf(tx, clinicId, [patientId]);
  const performed = await listPerformed(tx, clinicId, [courseId]);
  const { previous, next } = neighboursOf({ id, course_id: courseId, ordinal }, { days, performed });
  const dayOf = (beside: NonNullable<typeof next>) =>
    visits.find((one) => one.visit.id === beside.id)?.place.day ?? beside.day;
  const apart = [previous && daysBetween(dayOf(previous), place.day), next && daysBetween(place.day, dayOf(next))];
  return apart.every((gap) => gap === null || (gap >= gaps.gap_min_days && gap <= gaps.gap_max_days));
}

function serviceOfVisit(services: readonly Service[], { kind }: VisitView): Service {
  const service = services.find((one) => one.kind === kind) ?? services[0];
  if (!service) throw new Error("a clinic without services");
  return service;
}
