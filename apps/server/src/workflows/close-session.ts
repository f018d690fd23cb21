import { addDays, type CalendarDate } from "@fibril/kernel";
import { aftercarePlan, checkInDays, type WhatWasDone } from "@fibril/recovery";
import { healingFacts, type SessionRecord, stopOf } from "@fibril/session";
import { findVisit, insertVisitEvent, updateVisitState } from "../features/booking/visit-store.ts";
import { findConsultation } from "../features/consultation/store.ts";
import { findCourse, listPerformed, updateCourse } from "../features/course/store.ts";
import { insertAftercare, insertCheckIns } from "../features/recovery/store.ts";
import * as sessions from "../features/session/store.ts";
import { careAddressesOf, type Subject } from "../lookups/patient.ts";
import type { Signer } from "../lookups/staff.ts";
import { instantOf } from "../platform/clock/civil-time.ts";
import type { ClinicAsked } from "../platform/http/route.ts";

type Asked = Pick<
  ClinicAsked<undefined, undefined, undefined>,
  "tx" | "clinicId" | "caller" | "now" | "newId" | "record" | "send" | "services"
>;

interface Closing {
  readonly session: sessions.StoredSession;
  readonly subject: Subject;
  readonly signer: Signer;
  readonly version: number;
}

/**
 * Signs and locks a session, and does what follows from it: zones and cartridges as rows, the visit done, the course
 * further, aftercare and check-ins. False where the draft's version is another one by now.
 */
export async function closeSession(asked: Asked, closing: Closing): Promise<boolean> {
  const { tx, clinicId, now, record } = asked;
  const { session, signer, version } = closing;
  const content = {
    patientId: session.patient_id,
    performedOn: session.performed_on,
    record: session.record,
    screening: session.screening,
    plan: session.depth_plan,
    signerName: signer.name,
    signedAt: now,
  };
  const signature = { id: session.id, version, signedBy: signer.staffId, signerName: signer.name };
  const isSigned = await sessions.signDraft(
    tx,
    clinicId,
    { ...signature, contentSha256: sessions.hashSession(content) },
    now,
  );
  if (!isSigned) return false;
  await sessions.insertZones(tx, clinicId, session);
  await sessions.insertCartridgeUses(tx, clinicId, session);
  await endVisit(asked, session);
  await advanceCourse(asked, session);
  await planRecovery(asked, closing);
  record({
    action: "signed",
    noun: "session",
    subjectId: session.id,
    patientId: session.patient_id,
    detail: { zones: session.record.zones.length, stoppedEarly: stopOf(session.record)?.reason ?? null },
  });
  return true;
}

async function endVisit({ tx, clinicId, caller, now, newId }: Asked, session: sessions.StoredSession): Promise<void> {
  const visit = await findVisit(tx, clinicId, session.visit_id);
  if (!visit || visit.state === "done") return;
  const change = { visitId: visit.id, version: visit.version, state: "done", cancelledBy: null, reason: null } as const;
  await updateVisitState(tx, clinicId, change);
  const event = {
    id: newId(),
    visitId: visit.id,
    patientId: visit.patientId,
    state: "done",
    by: caller.name,
    reason: null,
  } as const;
  await insertVisitEvent(tx, clinicId, event, now);
}

/** A course is complete when every planned session is signed, also those that were stopped early. */
async function advanceCourse({ tx, clinicId }: Asked, session: sessions.StoredSession): Promise<void> {
  const course = await findCourse(tx, clinicId, session.course_id);
  if (!course || (course.state !== "planned" && course.state !== "under-way")) return;
  const performed = await listPerformed(tx, clinicId, [course.id]);
  const signed = new Set(performed.filter(({ state }) => state === "signed").map(({ ordinal }) => ordinal));
  const state = signed.size >= course.planned_sessions ? "completed" : "under-way";
  if (state !== course.state) await updateCourse(tx, clinicId, { id: course.id, version: course.version, state });
}

const checkInHour = 9;

async function planRecovery(asked: Asked, { session, subject }: Closing): Promise<void> {
  const { tx, clinicId, now, newId } = asked;
  if (session.record.zones.length === 0) return;
  const consultation = await findConsultation(tx, clinicId, subject.id);
  const fitzpatrick = (consultation?.fitzpatrick ?? null) as WhatWasDone["fitzpatrick"];
  const plan = aftercarePlan(healingFacts(session.record as SessionRecord, { fitzpatrick }));
  await insertAftercare(tx, clinicId, { sessionId: session.id, patientId: subject.id, plan }, now);
  const checkIns = checkInDays.map((day) => ({
    id: newId(),
    patientId: subject.id,
    sessionId: session.id,
    day,
    dueOn: addDays(session.performed_on as CalendarDate, day),
  }));
  await insertCheckIns(tx, clinicId, checkIns);
  for (const to of careAddressesOf(subject)) await sendCare(asked, { to, session, checkIns });
}

interface CareFor {
  readonly to: string;
  readonly session: sessions.StoredSession;
  readonly checkIns: readonly { readonly id: string; readonly day: number; readonly dueOn: CalendarDate }[];
}

/** The care plan at once, and each check-in in the morning of its day. */
async function sendCare({ caller, send, services }: Asked, { to, session, checkIns }: CareFor): Promise<void> {
  const { patient_id: patientId } = session;
  await send({
    to,
    patientId,
    kind: "aftercare",
    subject: `After your session at ${caller.clinicName}`,
    text: `Your care plan, day by day, is on your own pages: ${services.publicUrl}/my. If something is not as it says there, answer a check-in or call us.`,
    dedupeKey: `aftercare ${session.id} ${to}`,
  });
  for (const { id, day, dueOn } of checkIns) {
    await send({
      to,
      patientId,
      kind: "check-in",
      subject: "How is your skin?",
      text: `Day ${day} after your session: please answer a few questions on ${services.publicUrl}/my. If it is urgent, do not wait for us to read it: the page says whom to call.`,
      dedupeKey: `check-in ${id} ${to}`,
      dueAt: instantOf({ day: dueOn, minute: checkInHour * 60, timeZone: caller.timeZone }),
    });
  }
}
