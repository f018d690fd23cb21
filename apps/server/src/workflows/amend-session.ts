import { AmendSessionBody, Id, SessionView } from "@fibril/contract";
import { amend, type SessionRecord } from "@fibril/session";
import { z } from "zod";
import * as store from "../features/session/store.ts";
import { findSubject } from "../lookups/patient.ts";
import { findSigner } from "../lookups/staff.ts";
import { Problem, problem } from "../platform/http/problem.ts";
import { clinicRoute } from "../platform/http/route.ts";
import { withRegisteredDevice } from "./registered-device.ts";
import { created, signingContext } from "./session-view.ts";

const OneSession = z.strictObject({ sessionId: Id });

export const amendSession = clinicRoute({
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
    const before = session.corrected;
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
