import {
  AmendSessionBody,
  DevicesView,
  Id,
  SaveSessionBody,
  SessionListView,
  type SessionRecordBody,
  SessionView,
  SignSessionBody,
  StartSessionBody,
  type VisitView,
} from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { amend, emptyRecord, missingBeforeSigning, type SessionRecord, type SigningContext } from "@fibril/session";
import { z } from "zod";
import { listDevicesOf } from "../features/booking/device-store.ts";
import { findVisit, insertVisitEvent, updateVisitState } from "../features/booking/visit-store.ts";
import { readConsentsOf } from "../features/consent/signing.ts";
import { findConsultation } from "../features/consultation/store.ts";
import { findCourse, updateCourse } from "../features/course/store.ts";
import * as store from "../features/session/store.ts";
import { findSubject, type Subject } from "../lookups/patient.ts";
import { findSigner } from "../lookups/staff.ts";
import { type Tx, violates } from "../platform/database/database.ts";
import { invalid, Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { closeSession } from "./close-session.ts";
import { permissionToday } from "./permission.ts";

const OneSession = z.strictObject({ sessionId: Id });
const OnePatient = z.strictObject({ patientId: Id });
const OneVisit = z.strictObject({ visitId: Id });

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "today">;
type StartAsked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "caller" | "newId" | "now">;

const startSession = clinicRoute({
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
    if (body.changed === "yes" && body.note.trim() === "") return invalid("note", "say what changed");
    if (visit.day !== today) return problem("conflict", { detail: `This session is booked for ${visit.day}.` });
    if (visit.state !== "arrived" && visit.state !== "in-room") {
      return problem("conflict", { detail: "The patient has not been marked as arrived." });
    }
    const refused = await refuseStart(asked, subject);
    if (refused) return refused;
    const permission = await permissionToday(tx, clinicId, { subject, today });
    const sinceLastTime = { changed: body.changed, note: body.note };
    const session = {
      id: newId(),
      patientId: subject.id,
      courseId: visit.courseId,
      visitId: visit.id,
      ordinal: visit.ordinal,
      performedOn: today,
      record: { ...emptyRecord, sinceLastTime },
      screening: permission.outcome,
      startedBy: signer.staffId,
    };
    try {
      await store.insertSession(tx, clinicId, session, now);
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
  return state.permits ? null : problem("conflict", { detail: "Consent is not in force." });
}

const readSession = clinicRoute({
  method: "GET",
  path: "/api/sessions/:sessionId",
  operationId: "readSession",
  summary: "One treatment record, what it still lacks, and last time's values.",
  params: OneSession,
  answers: { 200: SessionView },
  run: async (asked) => {
    const view = await sessionView(asked, asked.params.sessionId);
    return view ? answer(200, view) : problem("not-found");
  },
});

const listSessions = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/sessions",
  operationId: "listSessions",
  summary: "Every session of a patient, stopped ones too.",
  params: OnePatient,
  answers: { 200: SessionListView },
  run: async ({ tx, clinicId, params, today }) => {
    if (!(await findSubject(tx, clinicId, params.patientId, today))) return problem("not-found");
    const sessions = await store.listSessionsOf(tx, clinicId, params.patientId);
    return answer(200, { sessions: sessions.map(store.sessionSummary) });
  },
});

const listDevices = clinicRoute({
  method: "GET",
  path: "/api/devices",
  operationId: "listDevices",
  summary: "The clinic's needling devices with their labels.",
  answers: { 200: DevicesView },
  run: async ({ tx, clinicId }) => answer(200, { devices: await listDevicesOf(tx, clinicId) }),
});

const saveSession = clinicRoute({
  method: "PUT",
  path: "/api/sessions/:sessionId",
  operationId: "saveSession",
  summary: "Keeps the draft as typed; a signed record is amended instead.",
  params: OneSession,
  body: SaveSessionBody,
  answers: { 200: SessionView },
  run: async (asked) => {
    const { tx, clinicId, params, body, record } = asked;
    const session = await store.findSession(tx, clinicId, params.sessionId);
    if (!session) return problem("not-found");
    if (session.state === "signed") return problem("conflict", { detail: "This session is signed: amend it instead." });
    const kept = await withRegisteredDevice(tx, clinicId, body.record);
    if (kept instanceof Problem) return kept;
    if (!(await store.updateDraft(tx, clinicId, { id: session.id, version: body.version, record: kept }))) {
      return problem("stale-version", { current: await sessionView(asked, session.id) });
    }
    record({ action: "saved", noun: "session", subjectId: session.id, patientId: session.patient_id });
    const view = await sessionView(asked, session.id);
    return view ? answer(200, view) : problem("not-found");
  },
});

/** The label is the register's, whatever was sent: limits are looked up, not typed. */
async function withRegisteredDevice(
  tx: Tx,
  clinicId: string,
  sent: SessionRecordBody,
): Promise<SessionRecordBody | Problem> {
  if (sent.device === null) return sent;
  const device = (await listDevicesOf(tx, clinicId)).find(({ id }) => id === sent.device?.deviceId);
  if (!device)
    return problem("invalid-input", {
      issues: [{ path: "record.device.deviceId", message: "is not a device of this clinic" }],
    });
  return { ...sent, device: { deviceId: device.id, serial: device.serial, label: device.label } };
}

const signSession = clinicRoute({
  method: "POST",
  path: "/api/sessions/:sessionId/signature",
  operationId: "signSession",
  summary: "Signs and locks the record; aftercare and check-ins follow from it.",
  params: OneSession,
  body: SignSessionBody,
  answers: { 200: SessionView },
  run: async (asked) => {
    const { tx, clinicId, params, body, caller, today } = asked;
    const session = await store.findSession(tx, clinicId, params.sessionId);
    const subject = session && (await findSubject(tx, clinicId, session.patient_id, today));
    const signer = await findSigner(tx, caller);
    if (!session || !subject || !signer) return problem("not-found");
    if (session.state === "signed") return problem("conflict", { detail: "This session is signed already." });
    const context = await signingContext(tx, clinicId, { session, subject, today });
    const gaps = missingBeforeSigning(session.record as SessionRecord, context);
    if (gaps.length > 0) {
      return problem("invalid-input", {
        issues: gaps.map(({ path, words }) => ({ path: path === "" ? "record" : `record.${path}`, message: words })),
      });
    }
    try {
      const isSigned = await closeSession(asked, { session, subject, signer, version: body.version });
      if (!isSigned) return problem("stale-version", { current: await sessionView(asked, session.id) });
    } catch (fault) {
      if (!violates(fault, "cartridge_use_pkey")) throw fault;
      return problem("conflict", { detail: "One of these cartridges was used in another session." });
    }
    const view = await sessionView(asked, session.id);
    return view ? answer(200, view) : problem("not-found");
  },
});

const amendSession = clinicRoute({
  method: "POST",
  path: "/api/sessions/:sessionId/amendments",
  operationId: "amendSession",
  summary: "Corrects a signed record with the reason; both versions are kept.",
  params: OneSession,
  body: AmendSessionBody,
  answers: { 201: SessionView },
  run: async (asked) => {
    const { tx, clinicId, params, body, caller, now, newId, record, today } = asked;
    const session = await store.findSession(tx, clinicId, params.sessionId);
    const subject = session && (await findSubject(tx, clinicId, session.patient_id, today));
    const signer = await findSigner(tx, caller);
    if (!session || !subject || !signer) return problem("not-found");
    if (session.state !== "signed")
      return problem("conflict", { detail: "This session is still a draft: change it as it is." });
    const kept = await withRegisteredDevice(tx, clinicId, body.record);
    if (kept instanceof Problem) return kept;
    const earlier = await store.listAmendments(tx, clinicId, session.id);
    const amendments = earlier.map(({ before, after, reason, by, at }) => ({
      before: before as SessionRecord,
      after: after as SessionRecord,
      reason,
      authorId: by,
      at,
    }));
    const context = await signingContext(tx, clinicId, { session, subject, today: session.performed_on });
    // Permission and consent were judged on the day itself; a correction does not ask for them again.
    const ofThatDay = { ...context, permittedToday: true, openPreconditions: [], consentInForce: true };
    const change = {
      after: kept as SessionRecord,
      reason: body.reason,
      authorId: signer.staffId,
      at: now.toISOString(),
    };
    const amended = amend({ signed: session.record as SessionRecord, amendments }, change, ofThatDay);
    if (!amended.ok) return amendmentProblem(amended.problem);
    const before = earlier.at(-1)?.after ?? session.record;
    const written = {
      id: newId(),
      sessionId: session.id,
      patientId: subject.id,
      before,
      after: kept,
      reason: body.reason,
    };
    await store.insertAmendment(tx, clinicId, { ...written, authorId: signer.staffId, authorName: signer.name }, now);
    const concerns = amended.value.concerns.map(({ code }) => code);
    record({ action: "amended", noun: "session", subjectId: session.id, patientId: subject.id, detail: { concerns } });
    return created(asked, session.id);
  },
});

export const sessionRoutes = [
  startSession,
  readSession,
  listSessions,
  listDevices,
  saveSession,
  signSession,
  amendSession,
];

type AmendmentRefusal = Extract<ReturnType<typeof amend>, { ok: false }>["problem"];

function amendmentProblem(refusal: AmendmentRefusal): Problem {
  switch (refusal.code) {
    case "reason-missing":
      return problem("invalid-input", { issues: [{ path: "reason", message: "say why it is corrected" }] });
    case "nothing-changed":
      return problem("conflict", { detail: "Nothing was changed." });
    case "gaps":
      return problem("invalid-input", {
        issues: refusal.gaps.map(({ path, words }) => ({ path: `record.${path}`, message: words })),
      });
    default:
      return refusal satisfies never;
  }
}

/** What is known outside the record on the day of signing. */
async function signingContext(
  tx: Tx,
  clinicId: string,
  {
    session,
    subject,
    today,
  }: { readonly session: store.StoredSession; readonly subject: Subject; readonly today: CalendarDate },
): Promise<SigningContext> {
  const permission = await permissionToday(tx, clinicId, { subject, today });
  const consultation = await findConsultation(tx, clinicId, subject.id);
  const { state } = await readConsentsOf(tx, clinicId, subject);
  return {
    sessionId: session.id,
    today,
    usedUnits: await store.listUsedUnits(
      tx,
      clinicId,
      session.record.cartridges.map(({ lot }) => lot),
    ),
    person: {
      ageYears: subject.ageYears,
      weightKg: null,
      fitzpatrick: (consultation?.fitzpatrick ?? null) as SigningContext["person"]["fitzpatrick"],
    },
    permittedToday: permission.permitted,
    openPreconditions: permission.openPreconditions,
    consentInForce: state.permits,
  };
}

async function created(asked: Asked, sessionId: string) {
  const view = await sessionView(asked, sessionId);
  if (!view) throw new Error("a session that was just written is gone");
  return answer(201, view);
}

async function sessionView({ tx, clinicId, today }: Asked, sessionId: string): Promise<SessionView | null> {
  const session = await store.findSession(tx, clinicId, sessionId);
  const subject = session && (await findSubject(tx, clinicId, session.patient_id, today));
  if (!session || !subject) return null;
  const course = await findCourse(tx, clinicId, session.course_id);
  const amendments = await store.listAmendments(tx, clinicId, session.id);
  const context = await signingContext(tx, clinicId, { session, subject, today });
  const others = await store.listSessionsOf(tx, clinicId, subject.id);
  const last = others
    .filter(
      (other) => other.state === "signed" && other.id !== session.id && other.performed_on <= session.performed_on,
    )
    .at(-1);
  const gaps = session.state === "draft" ? missingBeforeSigning(session.record as SessionRecord, context) : [];
  return {
    id: session.id,
    patientId: subject.id,
    patientName: subject.name,
    courseId: session.course_id,
    visitId: session.visit_id,
    ordinal: session.ordinal,
    plannedSessions: course?.planned_sessions ?? session.ordinal,
    state: session.state,
    performedOn: session.performed_on,
    record: amendments.at(-1)?.after ?? session.record,
    screening: session.screening,
    gaps: [...gaps],
    last: last?.record ?? null,
    signed: signedView(session),
    amendments,
    ageYears: subject.ageYears,
    fitzpatrick: context.person.fitzpatrick,
    version: session.version,
  };
}

function signedView(session: store.StoredSession): SessionView["signed"] {
  const { signer_name: signerName, signed_at: signedAt, content_sha256: sha256 } = session;
  if (!signerName || !signedAt || !sha256) return null;
  const content = {
    patientId: session.patient_id,
    performedOn: session.performed_on,
    record: session.record,
    screening: session.screening,
  };
  const intact = store.hashSession({ ...content, signerName, signedAt }) === sha256;
  return { by: signerName, at: signedAt.toISOString(), sha256, intact };
}
