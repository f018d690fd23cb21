import { ConsultationDraftView, Id, KeepConsultationDraftBody } from "@fibril/contract";
import { z } from "zod";
import { findSubject } from "../../lookups/patient.ts";
import { findSigner } from "../../lookups/staff.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { findDraft, keepDraft } from "./draft-store.ts";

const OnePatient = z.strictObject({ patientId: Id });

const readConsultationDraft = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/consultation/draft",
  operationId: "readConsultationDraft",
  summary:
    "What was typed into the consultation and not kept yet, to go on with on any device; null where nothing was.",
  params: OnePatient,
  answers: { 200: z.object({ draft: ConsultationDraftView.nullable() }) },
  run: async ({ tx, clinicId, params, today }) => {
    if (!(await findSubject(tx, clinicId, params.patientId, today))) return problem("not-found");
    return answer(200, { draft: await findDraft(tx, clinicId, params.patientId) });
  },
});

const keepConsultationDraft = clinicRoute({
  method: "PUT",
  path: "/api/patients/:patientId/consultation/draft",
  operationId: "keepConsultationDraft",
  summary: "Keeps what is being typed, as it is; nothing is screened from it before it is kept as the consultation.",
  params: OnePatient,
  body: KeepConsultationDraftBody,
  answers: { 200: ConsultationDraftView },
  run: async ({ tx, clinicId, params, body, caller, today, now, record }) => {
    const subject = await findSubject(tx, clinicId, params.patientId, today);
    const signer = await findSigner(tx, caller);
    if (!subject || !signer) return problem("not-found");
    const by = { savedBy: signer.staffId, saverName: signer.name };
    const isKept = await keepDraft(tx, clinicId, { patientId: subject.id, ...body, ...by }, now);
    const kept = await findDraft(tx, clinicId, subject.id);
    if (!isKept || !kept) return problem("stale-version", { current: kept });
    record({ action: "saved", noun: "consultation draft", subjectId: subject.id, patientId: subject.id });
    return answer(200, kept);
  },
});

export const consultationDraftRoutes = [readConsultationDraft, keepConsultationDraft];
