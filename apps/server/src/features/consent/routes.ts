import {
  ConsentsView,
  ConsentView,
  Id,
  SignConsentBody,
  WithdrawConsentBody,
  WithdrawMyConsentBody,
} from "@fibril/contract";
import type { InputIssue } from "@fibril/kernel";
import { z } from "zod";
import { findSubject, type Subject } from "../../lookups/patient.ts";
import { findSigner } from "../../lookups/staff.ts";
import type { Caller } from "../../platform/auth/caller.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../../platform/http/route.ts";
import { consentDocument } from "./document.ts";
import { readConsentsOf, refuseSignature } from "./signing.ts";
import * as store from "./store.ts";

type Asked = Pick<
  ClinicAsked<undefined, undefined, undefined>,
  "tx" | "clinicId" | "caller" | "today" | "now" | "newId" | "record"
>;

const OnePatient = z.strictObject({ patientId: Id });
const OneConsent = z.strictObject({ patientId: Id, consentId: Id });
const MyConsent = z.strictObject({ consentId: Id });
const Pdf = z.object({});

const readConsents = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/consents",
  operationId: "readConsents",
  summary: "Where consent stands, the texts in force, and what was signed.",
  params: OnePatient,
  answers: { 200: ConsentsView },
  run: (asked) => readFor(asked, asked.params.patientId),
});

const signConsent = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/consents",
  operationId: "signConsent",
  summary: "Keeps a consent that was read and signed on a screen of the clinic.",
  params: OnePatient,
  body: SignConsentBody,
  answers: { 201: ConsentView },
  run: (asked) => signFor(asked, asked.params.patientId, asked.body),
});

const withdrawConsent = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/consents/:consentId/withdrawals",
  operationId: "withdrawConsent",
  summary: "Writes down that a consent, or one use of photographs, was taken back.",
  params: OneConsent,
  body: WithdrawConsentBody,
  answers: { 201: ConsentView },
  run: (asked) => withdrawFor(asked, asked.params.patientId, asked.params.consentId, asked.body),
});

const readConsentDocument = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/consents/:consentId/document",
  operationId: "readConsentDocument",
  summary: "The signed consent as a PDF, with every answered field.",
  params: OneConsent,
  answers: { 200: Pdf },
  givesBytes: true,
  run: (asked) => documentFor(asked, asked.params.patientId, asked.params.consentId),
});

const readMyConsents = clinicRoute({
  method: "GET",
  path: "/api/my/consents",
  operationId: "readMyConsents",
  summary: "The patient's own consents and the texts in force.",
  answers: { 200: ConsentsView },
  run: (asked) => readFor(asked, asked.caller.patientId),
});

const signMyConsent = clinicRoute({
  method: "POST",
  path: "/api/my/consents",
  operationId: "signMyConsent",
  summary: "Keeps a consent that the patient or guardian signed on their own screen.",
  body: SignConsentBody,
  answers: { 201: ConsentView },
  run: (asked) => signFor(asked, asked.caller.patientId, asked.body),
});

const withdrawMyConsent = clinicRoute({
  method: "POST",
  path: "/api/my/consents/:consentId/withdrawals",
  operationId: "withdrawMyConsent",
  summary: "Takes a consent, or one use of photographs, back.",
  params: MyConsent,
  body: WithdrawMyConsentBody,
  answers: { 201: ConsentView },
  run: (asked) => withdrawFor(asked, asked.caller.patientId, asked.params.consentId, asked.body),
});

const readMyConsentDocument = clinicRoute({
  method: "GET",
  path: "/api/my/consents/:consentId/document",
  operationId: "readMyConsentDocument",
  summary: "The patient's own signed consent as a PDF.",
  params: MyConsent,
  answers: { 200: Pdf },
  givesBytes: true,
  run: (asked) => documentFor(asked, asked.caller.patientId, asked.params.consentId),
});

export const consentRoutes = [
  readConsents,
  signConsent,
  withdrawConsent,
  readConsentDocument,
  readMyConsents,
  signMyConsent,
  withdrawMyConsent,
  readMyConsentDocument,
];

async function subjectOf({ tx, clinicId, today }: Asked, patientId: string | null): Promise<Subject | undefined> {
  return patientId ? findSubject(tx, clinicId, patientId, today) : undefined;
}

async function readFor(asked: Asked, patientId: string | null) {
  const subject = await subjectOf(asked, patientId);
  return subject ? answer(200, await readConsentsOf(asked.tx, asked.clinicId, subject)) : problem("not-found");
}

async function signFor(asked: Asked, patientId: string | null, body: SignConsentBody) {
  const { tx, clinicId, now, newId, record, caller } = asked;
  const subject = await subjectOf(asked, patientId);
  if (!subject) return problem("not-found");
  const text = (await store.listTextsInForce(tx, clinicId)).find(({ id }) => id === body.textId);
  if (!text || text.sha256 !== body.textSha256) {
    return problem("stale-version", { detail: "The text has changed since it was shown: please read it again." });
  }
  const issues = [
    ...refuseSignature({ body, text, isMinor: subject.isMinor, guardians: subject.guardians }),
    ...(body.signer === "guardian" ? refuseAnothersHand(caller, body.guardianId, subject.guardians) : []),
  ];
  if (issues.length > 0) return problem("invalid-input", { issues });
  const id = newId();
  const takenBy = (await findSigner(tx, caller))?.staffId ?? null;
  const signed = { ...body, id, patientId: subject.id, kind: text.kind, language: text.language, takenBy };
  await store.insertConsent(tx, clinicId, signed, now);
  record({
    action: "signed",
    noun: "consent",
    subjectId: id,
    patientId: subject.id,
    detail: { kind: text.kind, version: text.version },
  });
  return created(asked, subject.id, id);
}

/** On patients' pages a guardian signs for themselves alone: it is known whose pages these are by where the link went. */
function refuseAnothersHand(
  { patientRelation, email }: Caller,
  guardianId: string | null,
  guardians: Subject["guardians"],
): readonly InputIssue[] {
  if (patientRelation === null) return [];
  if (patientRelation === "self")
    return [{ path: "signer", message: "a guardian signs on their own pages, or at the clinic" }];
  const named = guardians.find(({ id }) => id === guardianId);
  if (!named || named.email?.toLowerCase() === email.toLowerCase()) return [];
  return [{ path: "guardianId", message: "somebody else signs on their own pages, or at the clinic" }];
}

async function withdrawFor(
  asked: Asked,
  patientId: string | null,
  consentId: string,
  body: z.output<typeof WithdrawMyConsentBody>,
) {
  const { tx, clinicId, now, newId, record, caller } = asked;
  const subject = await subjectOf(asked, patientId);
  const consent = subject && (await store.listConsents(tx, clinicId, subject.id)).find(({ id }) => id === consentId);
  if (!subject || !consent) return problem("not-found");
  if (consent.withdrawals.some(({ purpose }) => purpose === null || purpose === body.purpose)) {
    return problem("conflict", { detail: "This was already taken back." });
  }
  if (body.purpose && !consent.purposes.includes(body.purpose))
    return problem("conflict", { detail: "This use was never agreed to." });
  const withdrawal = { id: newId(), patientId: subject.id, consentId, ...body, by: caller.name };
  await store.insertWithdrawal(tx, clinicId, withdrawal, now);
  record({
    action: "withdrew",
    noun: "consent",
    subjectId: consentId,
    patientId: subject.id,
    detail: { purpose: body.purpose },
  });
  return created(asked, subject.id, consentId);
}

async function created({ tx, clinicId }: Asked, patientId: string, consentId: string) {
  const consent = (await store.listConsents(tx, clinicId, patientId)).find(({ id }) => id === consentId);
  if (!consent) throw new Error("a consent that was just written is gone");
  return answer(201, consent);
}

async function documentFor(asked: Asked, patientId: string | null, consentId: string) {
  const { tx, clinicId, caller } = asked;
  const subject = await subjectOf(asked, patientId);
  const consent = subject && (await store.listConsents(tx, clinicId, subject.id)).find(({ id }) => id === consentId);
  const text = consent && (await store.findText(tx, clinicId, consent.textId));
  if (!subject || !consent || !text) return problem("not-found");
  const bytes = await consentDocument({
    subject,
    consent,
    text,
    clinicName: caller.clinicName,
    timeZone: caller.timeZone,
  });
  return { status: 200, bytes, contentType: "application/pdf", fileName: `consent-${consent.kind}.pdf` } as const;
}
