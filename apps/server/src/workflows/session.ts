import { DevicesView, Id, SaveSessionBody, SessionListView, SessionView, SignSessionBody } from "@fibril/contract";
import { missingBeforeSigning, type SessionRecord } from "@fibril/session";
import { z } from "zod";
import { listDevicesOf } from "../features/booking/device-store.ts";
import * as store from "../features/session/store.ts";
import { findSubject } from "../lookups/patient.ts";
import { findSigner } from "../lookups/staff.ts";
import { violates } from "../platform/database/database.ts";
import { Problem, problem } from "../platform/http/problem.ts";
import { answer, clinicRoute } from "../platform/http/route.ts";
import { amendSession } from "./amend-session.ts";
import { closeSession } from "./close-session.ts";
import { withRegisteredDevice } from "./registered-device.ts";
import { sessionView, signingContext } from "./session-view.ts";
import { startSession } from "./start-session.ts";

const OneSession = z.strictObject({ sessionId: Id });
const OnePatient = z.strictObject({ patientId: Id });

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
  run: async ({ tx, clinicId, today }) => answer(200, { devices: await listDevicesOf(tx, clinicId, today) }),
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

export const sessionRoutes = [
  startSession,
  readSession,
  listSessions,
  listDevices,
  saveSession,
  signSession,
  amendSession,
];
