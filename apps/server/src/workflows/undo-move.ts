import { CourseView, Id, UndoMoveBody, type VisitView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { z } from "zod";
import { lockDays, releaseClaims } from "../features/booking/claim-store.ts";
import { findLastMove, markUndone, type PlaceBefore } from "../features/booking/move-store.ts";
import { loadAround } from "../features/booking/places-store.ts";
import { refusePast } from "../features/booking/refuse-past.ts";
import { refuseUnlessRostered } from "../features/booking/refuse-place.ts";
import { findService } from "../features/booking/set-up-store.ts";
import { findVisit, insertVisitEvent, listVisits, moveVisit } from "../features/booking/visit-store.ts";
import { type Tx, violates } from "../platform/database/database.ts";
import { type Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { readCourseView, withoutClinicalText } from "./course-view.ts";
import { permittedFrom } from "./replan-case.ts";
import { tellOfMoves, untell } from "./tell-of-moves.ts";

const OneVisit = z.strictObject({ visitId: Id });
const undoMinutes = 60;

const undoMove = clinicRoute({
  method: "POST",
  path: "/api/visits/:visitId/move-undos",
  operationId: "undoMove",
  summary: "Takes the last move of a course back within the hour: every session that it moved goes back, or none does.",
  params: OneVisit,
  body: UndoMoveBody,
  answers: { 200: CourseView },
  run: async (asked) => {
    const { tx, clinicId, params, now, caller, record, send, today } = asked;
    const visit = await findVisit(tx, clinicId, params.visitId);
    if (!visit?.courseId) return problem("not-found");
    const { courseId, siteId } = visit;
    const seen = await readBack(tx, clinicId, courseId);
    const days = seen.flatMap(({ now: present, place }) => [present.day as CalendarDate, place.day]);
    if (days.length > 0) await lockDays(tx, clinicId, { siteId, days, now });
    const back = await readBack(tx, clinicId, courseId);
    const refused = refuseUndo(asked, { back, visit }) ?? (await refusePlaces(asked, { back, visit }));
    if (refused) return refused;
    const failed = await putBack(asked, back);
    if (failed) return failed;
    const moved = { by: "desk" } as const;
    const made = back.map(({ now: visit, place }) => ({ visit, place }));
    const again = await untell(tx, clinicId, made, { moved, today, now });
    await tellOfMoves(tx, clinicId, again, { moved, clinicName: caller.clinicName, today, now, send });
    const detail = { sessions: back.length };
    record({ action: "moved back", noun: "visit", subjectId: visit.id, patientId: visit.patientId, detail });
    const view = await readCourseView(tx, clinicId, { courseId, today });
    return view ? answer(200, withoutClinicalText(view, caller.role)) : problem("not-found");
  },
});

export const undoMoveRoutes = [undoMove];

type Asked = ClinicAsked<typeof OneVisit, undefined, typeof UndoMoveBody>;

interface Back extends PlaceBefore {
  /** Where the move put it, as far as nothing happened since. */
  readonly now: VisitView;
}

interface Undo {
  readonly back: readonly Back[];
  /** The visit that was asked about. */
  readonly visit: VisitView;
}

async function readBack(tx: Tx, clinicId: string, courseId: string): Promise<readonly Back[]> {
  const move = await findLastMove(tx, clinicId, courseId);
  const visits = await listVisits(tx, clinicId, { courseId });
  return move.flatMap((one) => {
    const now = visits.find(({ id }) => id === one.visitId);
    return now ? [{ ...one, now }] : [];
  });
}

function refuseUndo({ body, now }: Asked, { back, visit }: Undo): Problem | null {
  const asked = back.find(({ visitId }) => visitId === visit.id);
  if (!asked) return problem("conflict", { detail: "There is no move of this session to take back." });
  if (asked.now.version !== body.version) return problem("stale-version", { current: asked.now });
  if (now.getTime() - asked.movedAt.getTime() > undoMinutes * 60_000)
    return problem("conflict", { detail: `A move can be taken back for ${undoMinutes} minutes: move it instead.` });
  const changed = back.find(({ versionAfter, now: present }) => present.version !== versionAfter || !isOpen(present));
  return changed ? problem("stale-version", { current: changed.now }) : null;
}

function isOpen({ state }: VisitView): boolean {
  return state === "booked" || state === "late";
}

/** The places may have been taken, closed or gone by meanwhile. Hours outside a roster were somebody's choice and stay so. */
async function refusePlaces({ tx, clinicId, now }: Asked, { back, visit }: Undo): Promise<Problem | null> {
  const { siteId, timeZone, patientId } = visit;
  const places = back.map(({ place }) => place);
  if (places.some((place) => refusePast(place, { now, timeZone, path: "place" })))
    return problem("conflict", { detail: "Where it stood is in the past by now." });
  const permitted = await permittedFrom(tx, clinicId, patientId);
  if (permitted === null || places.some(({ day }) => day < permitted))
    return problem("conflict", { detail: "Treatment is not permitted on the day where it stood." });
  const moving = back.map(({ visitId }) => visitId);
  const around = await loadAround(tx, clinicId, { siteId, places, moving });
  if (!around) return problem("not-found");
  const service = await findService(tx, clinicId, "session");
  for (const place of places) {
    const refused = refuseUnlessRostered(around, service, place);
    if (refused === "taken") return problem("taken");
    if (refused && refused !== "outside-roster")
      return problem("conflict", { detail: `Where it stood on ${place.day} can't be had any more: ${refused}.` });
  }
  return null;
}

async function putBack({ tx, clinicId, caller, now, newId }: Asked, back: readonly Back[]): Promise<Problem | null> {
  const service = await findService(tx, clinicId, "session");
  const [first] = back;
  if (!first) throw new Error("a move without a session");
  const ids = back.map(({ visitId }) => visitId);
  await releaseClaims(tx, clinicId, ids);
  try {
    for (const { visitId, now: present, place } of back) {
      const { siteId, version, patientId } = present;
      if (!(await moveVisit(tx, clinicId, { visitId, version, siteId, place, service })))
        throw new Error("a visit changed while its day was locked");
      const reason = `moved back from ${present.day} ${present.start} to ${place.day} ${place.start}`;
      const event = { id: newId(), visitId, patientId, state: present.state, by: caller.name, reason };
      await insertVisitEvent(tx, clinicId, event, now);
    }
  } catch (fault) {
    if (violates(fault, "claim_no_overlap", "claim_at_one_site")) return problem("taken");
    throw fault;
  }
  await markUndone(tx, clinicId, first.moveId, now);
  return null;
}
