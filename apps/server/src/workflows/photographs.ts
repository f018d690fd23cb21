import { AddPhotographQuery, Id, PhotographForm, PhotographView, RefusePhotographBody } from "@fibril/contract";
import { z } from "zod";
import { readConsentsOf } from "../features/consent/signing.ts";
import * as store from "../features/measurement/store.ts";
import { findSubject, type Subject } from "../lookups/patient.ts";
import { findSigner } from "../lookups/staff.ts";
import { type PhotographProblem, sanitisePhotograph } from "../platform/files/sanitise-photograph.ts";
import { invalid, type Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { refuseUnopened } from "./emergency-access.ts";
import { refuseOtherSession } from "./session-of.ts";

const OnePatient = z.strictObject({ patientId: Id });
const OnePhotograph = z.strictObject({ patientId: Id, photographId: Id });
const FormQuery = z.strictObject({ form: PhotographForm });

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "record" | "services">;

const addPhotograph = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/photographs",
  operationId: "addPhotograph",
  summary: "Takes the bytes of a JPEG, PNG, WebP or HEIC photograph; keeps a re-encoded picture without metadata.",
  params: OnePatient,
  query: AddPhotographQuery,
  takesBytes: true,
  answers: { 201: PhotographView },
  run: async (asked) => {
    const { tx, clinicId, params, query, today, now, newId, record, caller, services } = asked;
    const subject = await findSubject(tx, clinicId, params.patientId, today);
    if (!subject) return problem("not-found");
    if (query.takenOn > today) return invalid("takenOn", "is in the future");
    const { pose, takenOn, camera = null, distanceCm = null, light = null, sessionId = null } = query;
    const named = { patientId: subject.id, sessionId };
    const refused = (await refuseWithoutConsent(asked, subject)) ?? (await refuseOtherSession(tx, clinicId, named));
    if (refused) return refused;
    const sanitised = await sanitisePhotograph(asked.body as unknown as Buffer);
    if (!sanitised.ok) return photographProblem(sanitised.problem);
    const { master, display, thumbnail, widthPx, heightPx, capturedAt } = sanitised.value;
    const files = {
      master: await services.vault.put(clinicId, master),
      display: await services.vault.put(clinicId, display),
      thumbnail: await services.vault.put(clinicId, thumbnail),
    };
    const id = newId();
    const takenBy = (await findSigner(tx, caller))?.staffId ?? null;
    const conditions = { camera, distanceCm, light };
    const kept = {
      id,
      patientId: subject.id,
      sessionId,
      pose,
      takenOn,
      capturedAt,
      files,
      widthPx,
      heightPx,
      conditions,
    };
    await store.insertPhotograph(tx, clinicId, { ...kept, refusedReason: null, takenBy }, now);
    record({ action: "added", noun: "photograph", subjectId: id, patientId: subject.id, detail: { pose, takenOn } });
    return answer(201, {
      id,
      pose,
      takenOn,
      capturedAt: capturedAt?.toISOString() ?? null,
      widthPx,
      heightPx,
      conditions,
      refusedReason: null,
      sessionId,
    });
  },
});

const refusePhotograph = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/photographs/refusals",
  operationId: "refusePhotograph",
  summary: "Writes down that a pose was not photographed, and why.",
  params: OnePatient,
  body: RefusePhotographBody,
  answers: { 201: PhotographView },
  run: async ({ tx, clinicId, params, body, today, now, newId, record, caller }) => {
    const subject = await findSubject(tx, clinicId, params.patientId, today);
    if (!subject) return problem("not-found");
    const id = newId();
    const takenBy = (await findSigner(tx, caller))?.staffId ?? null;
    const nothing = { capturedAt: null, files: null, widthPx: null, heightPx: null, sessionId: null };
    const conditions = { camera: null, distanceCm: null, light: null };
    const { pose, takenOn, reason } = body;
    const refusal = {
      id,
      patientId: subject.id,
      pose,
      takenOn,
      ...nothing,
      conditions,
      refusedReason: reason,
      takenBy,
    };
    await store.insertPhotograph(tx, clinicId, refusal, now);
    record({ action: "left out", noun: "photograph", subjectId: id, patientId: subject.id, detail: { pose } });
    return answer(201, {
      id,
      pose,
      takenOn,
      capturedAt: null,
      widthPx: null,
      heightPx: null,
      conditions,
      refusedReason: reason,
      sessionId: null,
    });
  },
});

const readPhotograph = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/photographs/:photographId",
  operationId: "readPhotograph",
  summary: "The bytes of a photograph; every look at one is audited.",
  params: OnePhotograph,
  query: FormQuery,
  answers: { 200: z.object({}) },
  givesBytes: true,
  auditedRead: true,
  run: async (asked) =>
    (await refuseUnopened(asked, asked.params.patientId)) ??
    bytesOf(asked, { ...asked.params, form: asked.query.form }),
});

const readMyPhotograph = clinicRoute({
  method: "GET",
  path: "/api/my/photographs/:photographId",
  operationId: "readMyPhotograph",
  summary: "The bytes of the patient's own photograph.",
  params: z.strictObject({ photographId: Id }),
  query: FormQuery,
  answers: { 200: z.object({}) },
  givesBytes: true,
  auditedRead: true,
  run: (asked) =>
    bytesOf(asked, {
      patientId: asked.caller.patientId,
      photographId: asked.params.photographId,
      form: asked.query.form,
    }),
});

export const photographRoutes = [addPhotograph, refusePhotograph, readPhotograph, readMyPhotograph];

/** Consent to photographs, of the one who has to give it; a withdrawal counts at once. */
async function refuseWithoutConsent({ tx, clinicId }: Asked, subject: Subject): Promise<Problem | null> {
  const { state } = await readConsentsOf(tx, clinicId, subject);
  if (state.photographPurposes.includes("record")) return null;
  return problem("conflict", { detail: "There is no consent to photographs for the record." });
}

function photographProblem(code: PhotographProblem): Problem {
  const words = {
    empty: "The file is empty.",
    "not-a-photograph": "Only JPEG, PNG, WebP and HEIC photographs are taken.",
    "too-many-pixels": "The picture has more than 50 million pixels.",
    "heic-too-large":
      "This HEIC picture has more than 26 million pixels or 12 MB. Save it as JPEG, or photograph at 24 megapixels or less.",
    unreadable: "The picture could not be read: it may be damaged.",
  } as const satisfies Record<PhotographProblem, string>;
  return problem(code === "not-a-photograph" ? "unsupported-type" : "invalid-input", {
    detail: words[code],
    issues: [{ path: "photograph", message: words[code] }],
  });
}

async function bytesOf(
  { tx, clinicId, record, services }: Asked,
  wanted: {
    readonly patientId: string | null;
    readonly photographId: string;
    readonly form: z.output<typeof PhotographForm>;
  },
) {
  const { patientId, photographId, form } = wanted;
  const files = patientId ? await store.findPhotographFiles(tx, clinicId, { patientId, photographId }) : undefined;
  if (!patientId || !files) return problem("not-found");
  const bytes = await services.vault.get(clinicId, files[form]);
  record({ action: "viewed", noun: "photograph", subjectId: photographId, patientId, detail: { form } });
  return { status: 200, bytes, contentType: form === "master" ? "image/png" : "image/jpeg" } as const;
}
