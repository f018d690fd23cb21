import { Id, SessionView, StartSessionBody, type VisitView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { emptyRecord, proposeFromPlan } from "@fibril/session";
import { z } from "zod";
import { findVisit, insertVisitEvent, updateVisitState } from "../features/booking/visit-store.ts";
import { readConsentsOf } from "../features/consent/signing.ts";
import { depthPlanOf } from "../features/course/depth-plan-store.ts";
import { findCourse, updateCourse } from "../features/course/store.ts";
import { insertSession } from "../features/session/store.ts";
import { findSubject, type Subject } from "../lookups/patient.ts";
import { findSigner } from "../lookups/staff.ts";
import { dayText } from "../platform/clock/day-text.ts";
import { violates } from "../platform/database/database.ts";
import { invalid, type Problem, problem } from "../platform/http/problem.ts";
import { type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { answerRedFlags } from "./open-red-flags.ts";
import { permissionToday } from "./permission.ts";
import { created } from "./session-view.ts";

const OneVisit = z.strictObject({ visitId: Id });

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "today">;
type StartAsked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "caller" | "newId" | "now">;

export const startSession = clinicRoute({
  method: "POST",
  path: "/api/visits/:visitId/session",
  operationId: "startSession",
  summary: "Starts the record of today's session, once what changed was asked and today's verdict permits it.",
  params: OneVisit,
  body: StartSessionBody,
  answers: { 201: SessionView },
  run: async (asked) => {
    const { tx, clinicId, params, body, caller, now, newId, record, today } = asked;
    const visit = await findVisit(tx, clinicId, params.visitId);
    const subject = visit && (await findSubject(tx, clinicId, visit.patientId, today));
    const signer = await findSigner(tx, caller);
    if (!visit || !subject || !signer || !visit.courseId || visit.ordinal === null) return problem("not-found");
    const tooSoon = refuseVisit(visit, { body, today });
    if (tooSoon) return tooSoon;
    const refused =
      (await answerRedFlags(asked, { patientId: subject.id, signer, review: body.redFlag ?? null })) ??
      (await refuseStart(asked, subject));
    if (refused) return refused;
    const permission = await permissionToday(tx, clinicId, { subject, today });
    const sinceLastTime = { changed: body.changed, note: body.note };
    const course = await findCourse(tx, clinicId, visit.courseId);
    const plan = course ? depthPlanOf(course) : null;
    const session = {
      id: newId(),
      patientId: subject.id,
      courseId: visit.courseId,
      visitId: visit.id,
      ordinal: visit.ordinal,
      performedOn: today,
      record: proposeFromPlan({ ...emptyRecord, sinceLastTime }, plan ?? []),
      plan,
      screening: permission.outcome,
      startedBy: signer.staffId,
    };
    try {
      await insertSession(tx, clinicId, session, now);
    } catch (fault) {
      if (!violates(fault, "session_record_clinic_id_visit_id_key")) throw fault;
      return problem("conflict", { detail: "This session was started already." });
    }
    await enterRoom(asked, visit);
    record({
      action: "started",
      noun: "session",
      subjectId: session.id,
      patientId: subject.id,
      detail: { changed: body.changed },
    });
    return created(asked, session.id);
  },
});

interface Asking {
  readonly body: z.output<typeof StartSessionBody>;
  readonly today: CalendarDate;
}

/** The day, the person's presence and the question of what changed, before anything clinical is looked at. */
function refuseVisit(visit: VisitView, { body, today }: Asking): Problem | null {
  if (body.changed === "yes" && body.note.trim() === "") return invalid("note", "say what changed");
  if (visit.day !== today) {
    return problem("conflict", { detail: `This session is booked for ${dayText(visit.day)}.` });
  }
  const isHere = visit.state === "arrived" || visit.state === "in-room";
  return isHere ? null : problem("conflict", { detail: "The patient has not been marked as arrived." });
}

/** The visit goes into the room and the course is under way. */
async function enterRoom({ tx, clinicId, caller, newId, now }: StartAsked, visit: VisitView): Promise<void> {
  if (visit.state === "arrived") {
    const change = {
      visitId: visit.id,
      version: visit.version,
      state: "in-room",
      cancelledBy: null,
      reason: null,
    } as const;
    await updateVisitState(tx, clinicId, change);
    const { patientId } = visit;
    const event = {
      id: newId(),
      visitId: visit.id,
      patientId,
      state: "in-room",
      by: caller.name,
      reason: null,
    } as const;
    await insertVisitEvent(tx, clinicId, event, now);
  }
  const course = visit.courseId ? await findCourse(tx, clinicId, visit.courseId) : undefined;
  if (course?.state === "planned") {
    await updateCourse(tx, clinicId, { id: course.id, version: course.version, state: "under-way" });
  }
}

/** Everything that stands between the patient and today's session, by name. */
async function refuseStart({ tx, clinicId, today }: Asked, subject: Subject): Promise<Problem | null> {
  const { permitted, openPreconditions, outcome, why } = await permissionToday(tx, clinicId, { subject, today });
  if (!permitted)
    return problem("conflict", { detail: why ?? "Today's verdict does not permit treatment.", current: outcome });
  if (openPreconditions.length > 0) {
    return problem("conflict", { detail: `Not recorded as met: ${openPreconditions.join("; ")}` });
  }
  const { state } = await readConsentsOf(tx, clinicId, subject);
  if (state.permits) return null;
  const detail =
    state.treatment === "outgrown"
      ? "They are 18 now and sign themselves: the guardian's consent counts no more."
      : "Consent is not in force.";
  return problem("conflict", { detail });
}
