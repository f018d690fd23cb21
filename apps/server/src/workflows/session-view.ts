import type { SessionView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { missingBeforeSigning, type SessionRecord, type SigningContext } from "@fibril/session";
import { readConsentsOf } from "../features/consent/signing.ts";
import { findConsultation } from "../features/consultation/store.ts";
import { findCourse } from "../features/course/store.ts";
import { findWeight } from "../features/patient/weight-store.ts";
import * as store from "../features/session/store.ts";
import { findSubject, type Subject } from "../lookups/patient.ts";
import type { Tx } from "../platform/database/database.ts";
import { answer, type ClinicAsked } from "../platform/http/route.ts";
import { permissionToday } from "./permission.ts";

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "today">;

/** What is known outside the record on the day of signing. */
export async function signingContext(
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
  const weight = await findWeight(tx, clinicId, { patientId: subject.id, onOrBefore: session.performed_on });
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
      weightKg: weight?.weightKg ?? null,
      fitzpatrick: (consultation?.fitzpatrick ?? null) as SigningContext["person"]["fitzpatrick"],
    },
    permittedToday: permission.permitted,
    openPreconditions: permission.openPreconditions,
    consentInForce: state.permits,
    plan: session.depth_plan,
  };
}

export async function created(asked: Asked, sessionId: string) {
  const view = await sessionView(asked, sessionId);
  if (!view) throw new Error("a session that was just written is gone");
  return answer(201, view);
}

export async function sessionView({ tx, clinicId, today }: Asked, sessionId: string): Promise<SessionView | null> {
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
  const weight = await findWeight(tx, clinicId, { patientId: subject.id, onOrBefore: session.performed_on });
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
    record: session.corrected,
    screening: session.screening,
    gaps: [...gaps],
    last: last?.corrected ?? null,
    plan: session.depth_plan === null ? null : [...session.depth_plan],
    weight: weight ?? null,
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
    plan: session.depth_plan,
  };
  const intact = store.hashSession({ ...content, signerName, signedAt }) === sha256;
  return { by: signerName, at: signedAt.toISOString(), sha256, intact };
}
