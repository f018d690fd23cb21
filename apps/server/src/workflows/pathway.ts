import type { ConsentState } from "@fibril/consent";
import { Id, PathwayView } from "@fibril/contract";
import { type CalendarDate, daysBetween } from "@fibril/kernel";
import { z } from "zod";
import { listVisits } from "../features/booking/visit-store.ts";
import { readConsentsOf } from "../features/consent/signing.ts";
import { listCourses, listPerformed } from "../features/course/store.ts";
import { listPhotographs, listScores } from "../features/measurement/store.ts";
import { listCheckInsOf } from "../features/recovery/store.ts";
import { listOpenTasksOf } from "../features/recovery/task-store.ts";
import { findSubject, type Subject } from "../lookups/patient.ts";
import type { Tx } from "../platform/database/database.ts";
import { together } from "../platform/database/together.ts";
import { problem } from "../platform/http/problem.ts";
import { answer, clinicRoute } from "../platform/http/route.ts";
import { pathwayOf } from "./pathway-steps.ts";
import { readSuitabilityOf } from "./suitability.ts";

const resultAfterDays = 28;

/** Where one patient stands, with what is missing. */
export async function readPathwayOf(
  tx: Tx,
  clinicId: string,
  { subject, today }: { subject: Subject; today: CalendarDate },
): Promise<PathwayView> {
  const [suitability, { state: consent }, courses, checkIns, tasks] = await together(
    readSuitabilityOf(tx, clinicId, { subject, today }),
    readConsentsOf(tx, clinicId, subject),
    listCourses(tx, clinicId, subject.id),
    listCheckInsOf(tx, clinicId, { patientId: subject.id, today }),
    listOpenTasksOf(tx, clinicId, subject.id),
  );
  const [course] = courses;
  const [performed, visits] = course
    ? await together(listPerformed(tx, clinicId, [course.id]), listVisits(tx, clinicId, { courseId: course.id }))
    : [[], []];
  const signed = performed.filter(({ state }) => state === "signed");
  const next = visits.find(({ state }) => ["booked", "late", "arrived", "in-room"].includes(state));
  const last = signed.at(-1)?.performed_on ?? null;
  const facts = {
    consultationMissing: [...suitability.notReady, ...(suitability.outcome?.missing ?? [])],
    decision: suitability.decision && {
      permits: suitability.decision.permits,
      bookableFrom: suitability.decision.bookableFrom,
      verdict: suitability.decision.outcome.verdict,
    },
    answersChanged: suitability.answersChanged,
    preconditionsOpen: suitability.preconditions.filter(({ met }) => !met).map(({ text }) => text),
    consentMissing: consentMissing(consent),
    course: course
      ? { state: course.state, planned: course.planned_sessions, signed: signed.length, nextDay: next?.day ?? null }
      : null,
    checkInsOpen: checkIns.filter(({ state }) => state !== "answered").length,
    tasksOpen: tasks.length,
    resultMeasured: last !== null && (await isMeasuredAfter(tx, clinicId, { patientId: subject.id, last })),
    today,
  };
  return pathwayOf(facts);
}

function consentMissing(consent: Pick<ConsentState, "treatment" | "assent">): string[] {
  return [
    ...(consent.treatment === "given" ? [] : [treatmentMissing[consent.treatment]]),
    ...(consent.assent === null || consent.assent === "given"
      ? []
      : [consent.assent === "missing" ? "the minor's assent" : `the minor's assent (${consent.assent})`]),
  ];
}

const treatmentMissing = {
  missing: "consent to treatment",
  withdrawn: "consent to treatment (withdrawn)",
  outdated: "consent to treatment (outdated)",
  outgrown: "their own consent to treatment: a guardian signed before they were 18",
} as const;

async function isMeasuredAfter(
  tx: Tx,
  clinicId: string,
  { patientId, last }: { patientId: string; last: CalendarDate },
): Promise<boolean> {
  const isLate = (day: string) => daysBetween(last, day as CalendarDate) >= resultAfterDays;
  const [photographs, scores] = await together(
    listPhotographs(tx, clinicId, patientId),
    listScores(tx, clinicId, patientId),
  );
  return (
    photographs.some(({ takenOn, refusedReason }) => refusedReason === null && isLate(takenOn)) ||
    scores.some(({ recordedOn }) => isLate(recordedOn))
  );
}

const readPathway = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/pathway",
  operationId: "readPathway",
  summary:
    "The seven stops of the pathway, where the patient is and the one next step; without causes for the front desk.",
  params: z.strictObject({ patientId: Id }),
  answers: { 200: PathwayView },
  run: async ({ tx, clinicId, params, today, caller }) => {
    const subject = await findSubject(tx, clinicId, params.patientId, today);
    if (!subject) return problem("not-found");
    const view = await readPathwayOf(tx, clinicId, { subject, today });
    return answer(200, caller.role === "practitioner" || caller.role === "owner" ? view : withoutCauses(view));
  },
});

/** The front desk sees complete or incomplete and the first legal day, never why. */
function withoutCauses(view: PathwayView): PathwayView {
  const words = {
    done: "Complete",
    next: "Incomplete",
    later: "Incomplete",
    waiting: "Waiting",
    stopped: "Ask the practitioner",
  } as const;
  return { ...view, steps: view.steps.map(({ step, state }) => ({ step, state, detail: words[state], missing: [] })) };
}

const readMyPathway = clinicRoute({
  method: "GET",
  path: "/api/my/pathway",
  operationId: "readMyPathway",
  summary: "Where the patient stands, without clinical words.",
  answers: { 200: PathwayView },
  run: async ({ tx, clinicId, caller, today }) => {
    const subject = caller.patientId ? await findSubject(tx, clinicId, caller.patientId, today) : undefined;
    return subject
      ? answer(200, withoutCauses(await readPathwayOf(tx, clinicId, { subject, today })))
      : problem("not-found");
  },
});

export const pathwayRoutes = [readPathway, readMyPathway];
