import { giveTimesBack } from "@fibril/booking";
import { CourseView, Id, MovePreviewView, MoveSessionBody, type VisitView } from "@fibril/contract";
import { addDays, type CalendarDate, daysBetween, formatMinuteOfDay, parseMinuteOfDay } from "@fibril/kernel";
import { z } from "zod";
import { availabilityCache, type KnownSite } from "../features/booking/availability-cache.ts";
import { listClaimsOf, lockDays, type Place, releaseClaims } from "../features/booking/claim-store.ts";
import { insertMove } from "../features/booking/move-store.ts";
import { type BrokenRule, gapRule, refuseBroken, rosterRule } from "../features/booking/override.ts";
import { insertOverrides } from "../features/booking/override-store.ts";
import { loadAround } from "../features/booking/places-store.ts";
import { refusePast } from "../features/booking/refuse-past.ts";
import { refusalWords, refuseUnlessRostered } from "../features/booking/refuse-place.ts";
import { findService, type Service } from "../features/booking/set-up-store.ts";
import { findVisit, insertVisitEvent, listVisits, moveVisit } from "../features/booking/visit-store.ts";
import { type Course, findCourse, listPerformed } from "../features/course/store.ts";
import { listDecisions } from "../features/suitability/store.ts";
import { addressesOf, findSubject } from "../lookups/patient.ts";
import type { Tx } from "../platform/database/database.ts";
import { violates } from "../platform/database/database.ts";
import { Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { searchPlaces } from "./course-places.ts";
import { readCourseView, withoutClinicalText } from "./course-view.ts";
import { tellOfMoves } from "./tell-of-moves.ts";

const OneVisit = z.strictObject({ visitId: Id });

interface Move {
  readonly visit: VisitView;
  readonly place: Place;
}

interface Plan {
  readonly course: Course;
  readonly service: Service;
  readonly siteId: string;
  readonly moves: readonly [Move, ...Move[]];
  /** What the move goes past, with a reason. */
  readonly broken: readonly BrokenRule[];
}

const previewMove = clinicRoute({
  method: "POST",
  path: "/api/visits/:visitId/move-previews",
  operationId: "previewMove",
  summary: "What moving one session does to the later ones; changes nothing.",
  asks: true,
  params: OneVisit,
  body: MoveSessionBody,
  answers: { 200: MovePreviewView },
  run: async (asked) => {
    const plan = await planMove(asked);
    if (plan instanceof Problem) return plan;
    const [{ visit }] = plan.moves;
    const subject = await findSubject(asked.tx, asked.clinicId, visit.patientId, asked.today);
    const isTold = subject !== undefined && addressesOf(subject).length > 0;
    return answer(200, { isTold, changes: plan.moves.map(changeView) });
  },
});

const moveSession = clinicRoute({
  method: "POST",
  path: "/api/visits/:visitId/moves",
  operationId: "moveSession",
  summary: "Moves one session and re-places the later ones that need it, all or nothing.",
  params: OneVisit,
  body: MoveSessionBody,
  answers: { 200: CourseView },
  run: async (asked) => {
    const { tx, clinicId, now, newId, caller, record, send, today } = asked;
    const first = await planMove(asked);
    if (first instanceof Problem) return first;
    const days = first.moves.flatMap(({ visit, place }) => [visit.day as CalendarDate, place.day]);
    await lockDays(tx, clinicId, { siteId: first.siteId, days, now });
    const plan = await planMove(asked);
    if (plan instanceof Problem) return plan;
    if (!isDeepEqual(plan.moves, first.moves))
      return problem("taken", { current: { changes: plan.moves.map(changeView) } });
    try {
      await keepMoves(asked, plan);
    } catch (fault) {
      if (violates(fault, "claim_no_overlap", "claim_at_one_site")) return problem("taken");
      throw fault;
    }
    for (const { visit, place } of plan.moves) {
      const reason = `moved from ${visit.day} ${visit.start} to ${place.day} ${place.start}`;
      const event = {
        id: newId(),
        visitId: visit.id,
        patientId: visit.patientId,
        state: "booked",
        by: caller.name,
        reason,
      } as const;
      await insertVisitEvent(tx, clinicId, event, now);
    }
    const { broken, moves } = plan;
    const visits = moves.map(({ visit }) => visit);
    await insertMove(tx, clinicId, { id: newId(), courseId: plan.course.id, visits, by: caller.name }, now);
    const [moved] = moves;
    const { id: visitId, patientId } = moved.visit;
    const teller = { moved: { by: "desk" }, clinicName: caller.clinicName, today, now, send } as const;
    await tellOfMoves(tx, clinicId, moves, teller);
    await insertOverrides(tx, { visitId, patientId, broken, override: asked.body.override }, asked);
    const outside = broken.length > 0 ? { outside: broken.map(({ rule }) => rule) } : {};
    const detail = { sessions: moves.length, ...outside };
    record({ action: "moved", noun: "visit", subjectId: visitId, patientId, detail });
    const view = await readCourseView(tx, clinicId, { courseId: plan.course.id, today });
    return view ? answer(200, withoutClinicalText(view, caller.role)) : problem("not-found");
  },
});

export const moveSessionRoutes = [previewMove, moveSession];

type Asked = ClinicAsked<typeof OneVisit, undefined, typeof MoveSessionBody>;

/** Sessions before the moved one stay; each later one stays too where it still keeps its gap, else the rest is placed anew. */
async function planMove(asked: Asked): Promise<Plan | Problem> {
  const { tx, clinicId, params, body } = asked;
  const visit = await findVisit(tx, clinicId, params.visitId);
  const course = visit?.courseId ? await findCourse(tx, clinicId, visit.courseId) : undefined;
  if (!visit || !course) return problem("not-found");
  if (visit.version !== body.version) return problem("stale-version", { current: visit });
  if (visit.state !== "booked" && visit.state !== "late") {
    return problem("conflict", { detail: `A session that is ${visit.state} stays where it is.` });
  }
  return planFor(asked, visit, course);
}

async function planFor(
  { tx, clinicId, body, today, now, caller }: Asked,
  visit: VisitView,
  course: Course,
): Promise<Plan | Problem> {
  const standing = await standingSessions(tx, clinicId, course);
  const service = await findService(tx, clinicId, "session");
  const place: Place = body.place;
  const permitted = await permittedFrom(tx, clinicId, visit.patientId);
  const { issues, broken } = refuseDay(course, standing, { visit, place, now, permittedFrom: permitted });
  const { override } = body;
  const stopped = refuseBroken(caller, { issues, broken, override });
  if (stopped) return stopped;
  const later = standing.filter(({ ordinal }) => (ordinal ?? 0) > (visit.ordinal ?? 0));
  const moving = [visit.id, ...later.map(({ id }) => id)];
  const around = await loadAround(tx, clinicId, { siteId: visit.siteId, places: [place], moving });
  if (!around) return problem("not-found");
  const refused = refuseUnlessRostered(around, service, place);
  if (refused === "taken") return problem("taken");
  const offRoster = refused === "outside-roster" ? [rosterRule("place")] : [];
  const notThere = refused && offRoster.length === 0 ? [{ path: "place", message: refusalWords(refused) }] : [];
  const stillStopped = refuseBroken(caller, { issues: notThere, broken: offRoster, override });
  if (stillStopped) return stillStopped;
  const to = addDays(place.day, course.gap_max_days * (later.length + 1));
  const question = { siteId: visit.siteId, from: today < place.day ? today : place.day, to, today };
  const rest = await placeRest({ course, service, later, after: place.day, now, loadSite });
  if (!rest)
    return problem("conflict", { detail: "The later sessions can't be placed within their windows after this move." });
  const { siteId } = visit;
  return { course, service, siteId, moves: [{ visit, place }, ...rest], broken: [...broken, ...offRoster] };

  /** Only asked where a later session has to move: its own places count as free. */
  async function loadSite(): Promise<KnownSite> {
    const site = await availabilityCache.find(tx, clinicId, question);
    if (!site) throw new Error("a site that was just looked at is gone");
    return { ...site, availability: giveTimesBack(site.availability, await listClaimsOf(tx, clinicId, moving)) };
  }
}

async function standingSessions(tx: Tx, clinicId: string, course: Course): Promise<readonly VisitView[]> {
  const visits = await listVisits(tx, clinicId, { courseId: course.id });
  const performed = await listPerformed(tx, clinicId, [course.id]);
  const isDone = ({ ordinal }: VisitView) => performed.some((record) => record.ordinal === ordinal);
  return visits
    .filter((visit) => visit.state !== "cancelled" && visit.state !== "no-show")
    .map((visit) => (isDone(visit) ? { ...visit, state: "done" as const } : visit))
    .sort((left, right) => (left.ordinal ?? 0) - (right.ordinal ?? 0));
}

async function permittedFrom(tx: Tx, clinicId: string, patientId: string): Promise<CalendarDate | null> {
  const [decision] = await listDecisions(tx, clinicId, patientId);
  return (decision?.bookableFrom ?? null) as CalendarDate | null;
}

interface DayWish {
  readonly visit: VisitView;
  readonly place: Place;
  readonly now: Date;
  readonly permittedFrom: CalendarDate | null;
}

function refuseDay(course: Course, standing: readonly VisitView[], wish: DayWish) {
  const past = refusePast(wish.place, { now: wish.now, timeZone: wish.visit.timeZone, path: "place" });
  if (past) return { issues: [past], broken: [] };
  const message = refusePermission(wish);
  if (message) return { issues: [{ path: "place.day", message }], broken: [] };
  return refuseGap(course, standing, wish);
}

function refusePermission({ place, permittedFrom: from }: DayWish): string | null {
  if (from === null) return "the signed decision does not let treatment go ahead";
  return place.day < from ? `is before ${from}, when treatment may begin` : null;
}

function refuseGap(course: Course, standing: readonly VisitView[], { visit, place }: DayWish) {
  const before = standing.filter(({ ordinal }) => (ordinal ?? 0) < (visit.ordinal ?? 0)).at(-1);
  if (!before) return { issues: [], broken: [] };
  const gap = daysBetween(before.day as CalendarDate, place.day);
  const path = "place.day";
  if (gap < 1) return { issues: [{ path, message: "is not after the session before" }], broken: [] };
  const rule = gapRule(gap, { min: course.gap_min_days, max: course.gap_max_days }, path);
  return { issues: [], broken: rule ? [rule] : [] };
}

interface Rest {
  readonly course: Course;
  readonly now: Date;
  readonly loadSite: () => Promise<KnownSite>;
  readonly service: Service;
  readonly later: readonly VisitView[];
  readonly after: CalendarDate;
}

/** The later sessions that have to move, or null where they can't be placed. */
async function placeRest(rest: Rest): Promise<readonly Move[] | null> {
  const { course, later, after } = rest;
  let previous = after;
  for (const [index, visit] of later.entries()) {
    const gap = daysBetween(previous, visit.day as CalendarDate);
    if (gap < course.gap_min_days || gap > course.gap_max_days) {
      return placeAnew({ ...rest, later: later.slice(index), after: previous });
    }
    previous = visit.day as CalendarDate;
  }
  return [];
}

async function placeAnew({ course, now, loadSite, service, later, after }: Rest): Promise<readonly Move[] | null> {
  const [first] = later;
  if (!first) return [];
  const gapDays = { min: course.gap_min_days, max: course.gap_max_days, target: course.gap_target_days };
  const hour = parseMinuteOfDay(first.start) ?? 0;
  const wish = {
    site: await loadSite(),
    service,
    now,
    sessions: later.length,
    gapDays,
    earliest: addDays(after, gapDays.min),
    latest: addDays(after, gapDays.max),
    preferred: [[formatMinuteOfDay(hour), formatMinuteOfDay(Math.min(hour + 60, 1440))]] as const,
    suggestions: 20,
  };
  // The same hands where they can be had, any otherwise.
  const same = searchPlaces({ ...wish, practitionerId: first.practitionerId });
  const found = same.length > 0 ? same : searchPlaces({ ...wish, practitionerId: null });
  const target = addDays(after, gapDays.target);
  const distance = (places: readonly Place[]) => Math.abs(daysBetween(target, places[0]?.day ?? target));
  const best = [...found].sort((left, right) => distance(left) - distance(right))[0];
  if (!best) return null;
  return later.flatMap((visit, index) => {
    const place = best[index];
    return place ? [{ visit, place }] : [];
  });
}

async function keepMoves({ tx, clinicId }: Asked, plan: Plan): Promise<void> {
  await releaseClaims(
    tx,
    clinicId,
    plan.moves.map(({ visit }) => visit.id),
  );
  for (const { visit, place } of plan.moves) {
    const kept = await moveVisit(tx, clinicId, {
      visitId: visit.id,
      version: visit.version,
      siteId: plan.siteId,
      place,
      service: plan.service,
    });
    if (!kept) throw new Error("a visit changed while its day was locked");
  }
}

function changeView({ visit, place }: Move) {
  const { day, start, practitioner, prepRoom, treatmentRoom, device } = place;
  return {
    visitId: visit.id,
    ordinal: visit.ordinal ?? 0,
    before: { day: visit.day, start: visit.start },
    after: { day, start, practitioner, prepRoom, treatmentRoom, device: device ?? "" },
  };
}

function isDeepEqual(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
