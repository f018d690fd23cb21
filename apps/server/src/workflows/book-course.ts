import { BookCourseBody, CourseSuggestionsView, CourseView, Id, SuggestCourseBody } from "@fibril/contract";
import { addDays, type CalendarDate, type InputIssue } from "@fibril/kernel";
import { z } from "zod";
import { lockDays } from "../features/booking/claim-store.ts";
import { refuseBroken, rosterRule } from "../features/booking/override.ts";
import { insertOverrides } from "../features/booking/override-store.ts";
import { isTaken, listTaken, loadAround, type TakenTime } from "../features/booking/places-store.ts";
import { refuseUnlessRostered, skippedWords } from "../features/booking/refuse-place.ts";
import { findService, type Service } from "../features/booking/set-up-store.ts";
import { siteWords } from "../features/booking/site-words.ts";
import { findSite } from "../features/booking/store.ts";
import { insertVisit, insertVisitEvent } from "../features/booking/visit-store.ts";
import { insertCourse } from "../features/course/store.ts";
import type { StoredDecision } from "../features/suitability/store.ts";
import { listDecisions } from "../features/suitability/store.ts";
import { addressesOf, findSubject, type Subject } from "../lookups/patient.ts";
import { dayAndTime } from "../platform/clock/day-text.ts";
import { type Tx, violates } from "../platform/database/database.ts";
import { together } from "../platform/database/together.ts";
import { Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { suggestCourses } from "./course-places.ts";
import { readCourseView, withoutClinicalText } from "./course-view.ts";
import { type RefusedCourse, refuseCourse } from "./refuse-course.ts";

const OnePatient = z.strictObject({ patientId: Id });

const suggest = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/course-suggestions",
  operationId: "suggestCourse",
  summary: "The five best whole courses that can be had, each with its terms; books nothing.",
  asks: true,
  params: OnePatient,
  body: SuggestCourseBody,
  answers: { 200: CourseSuggestionsView },
  run: async ({ tx, clinicId, params, body, today, now }) => {
    const subject = await findSubject(tx, clinicId, params.patientId, today);
    if (!subject) return problem("not-found");
    const permitted = permittedBy(await listDecisions(tx, clinicId, subject.id));
    if (permitted instanceof Problem) return permitted;
    const found = await suggestCourses(tx, clinicId, { body, notBefore: permitted.from, today, now });
    if (!found) return problem("not-found");
    return found.ok ? answer(200, found.value) : problem("invalid-input", { issues: found.problem });
  },
});

/** A treatment is booked only on a signed permitting decision, or from the day that it names. */
export function permittedBy([decision]: readonly StoredDecision[]): Problem | Permitted {
  if (!decision) return problem("conflict", { detail: "No practitioner has signed a decision on suitability yet." });
  if (!decision.bookableFrom)
    return problem("conflict", { detail: "The signed decision does not let treatment go ahead." });
  return { from: decision.bookableFrom as CalendarDate, decision };
}

const bookCourse = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/courses",
  operationId: "bookCourse",
  summary: "Books a whole course: every session with everything it needs, or nothing.",
  params: OnePatient,
  body: BookCourseBody,
  answers: { 201: CourseView },
  run: async (asked) => {
    const { tx, clinicId, params, body, today, now } = asked;
    // Five questions, one trip.
    const [subject, site, decisions, service, taken] = await together(
      findSubject(tx, clinicId, params.patientId, today),
      findSite(tx, clinicId, body.siteId),
      listDecisions(tx, clinicId, params.patientId),
      findService(tx, clinicId, "session"),
      listTaken(tx, clinicId, { siteId: body.siteId, places: body.sessions, now }),
    );
    if (!subject || !site) return problem("not-found");
    const permitted = permittedBy(decisions);
    if (permitted instanceof Problem) return permitted;
    return bookAt(asked, { subject, permitted, site, service, taken });
  },
});

interface Permitted {
  readonly from: CalendarDate;
  readonly decision: StoredDecision;
}

interface Site {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly time_zone: string;
}

interface Bookable {
  readonly subject: Subject;
  readonly permitted: Permitted;
  readonly site: Site;
  readonly service: Service;
  readonly taken: readonly TakenTime[];
}

async function bookAt(asked: Booking, { subject, permitted, site, service, taken }: Bookable) {
  const { tx, clinicId, body, now } = asked;
  const { issues, broken } = refuseCourse(body, { from: permitted.from, now, timeZone: site.time_zone });
  const { override, sessions } = body;
  const refused = refuseBroken(asked.caller, { issues, broken, override });
  if (refused) return refused;
  const lost = sessions.flatMap((place, index) => (isTaken(taken, service, place) ? [takenAt(index)] : []));
  if (lost.length > 0) return conflict(asked, permitted.from, lost);
  await lockDays(tx, clinicId, { siteId: site.id, days: sessions.map(({ day }) => day), now });
  const seen = await lookAgain(tx, clinicId, { body, service });
  if ("barred" in seen) return conflict(asked, permitted.from, seen.barred);
  const { broken: offRoster } = seen;
  const stillRefused = refuseBroken(asked.caller, { ...seen, override });
  if (stillRefused) return stillRefused;
  try {
    return await keepCourse(asked, {
      subject,
      decision: permitted.decision,
      service,
      site,
      broken: [...broken, ...offRoster],
    });
  } catch (fault) {
    // The transaction is undone by now, so the fresh suggestions of this answer come from the next one.
    if (violates(fault, "claim_no_overlap", "claim_at_one_site")) return problem("taken");
    if (violates(fault, "course_active"))
      return problem("conflict", { detail: "The patient has an open course already." });
    throw fault;
  }
}

type Booking = ClinicAsked<typeof OnePatient, undefined, typeof BookCourseBody>;

type LookedAgain = RefusedCourse | { readonly barred: readonly InputIssue[] };

function takenAt(index: number): InputIssue {
  return { path: `sessions.${index}`, message: "taken" };
}

/** With the days locked: the sessions outside a roster or in a skipped hour, or those that can't be at all. */
async function lookAgain(
  tx: Tx,
  clinicId: string,
  { body, service }: { readonly body: BookCourseBody; readonly service: Service },
): Promise<LookedAgain> {
  const { siteId, sessions } = body;
  const around = await loadAround(tx, clinicId, { siteId, places: sessions });
  if (around === null) return { barred: [] };
  const refusals = sessions.map((place) => refuseUnlessRostered(around, service, place));
  const at = (index: number) => `sessions.${index}`;
  const barred = refusals.flatMap((refusal, index) =>
    refusal === null || refusal === "outside-roster" || refusal === "skipped-by-clock"
      ? []
      : [{ path: at(index), message: refusal }],
  );
  if (barred.length > 0) return { barred };
  return {
    issues: refusals.flatMap((refusal, index) =>
      refusal === "skipped-by-clock" ? [{ path: `${at(index)}.start`, message: skippedWords }] : [],
    ),
    broken: refusals.flatMap((refusal, index) =>
      refusal === "outside-roster" ? [{ ...rosterRule(`${at(index)}.start`), index }] : [],
    ),
  };
}

/** Taken in the meantime: the answer says which session and why, and brings what can be had now. */
async function conflict(
  { tx, clinicId, body, today, now }: Booking,
  notBefore: CalendarDate,
  barred: readonly InputIssue[],
): Promise<Problem> {
  const [first] = body.sessions;
  const issues = barred.length > 0 ? { issues: barred } : {};
  if (!first) return problem("taken", issues);
  const wish: SuggestCourseBody = {
    siteId: body.siteId,
    sessions: body.sessions.length,
    gapDays: body.gapDays,
    earliest: first.day,
    latest: addDays(first.day, 28),
    weekdays: null,
    blockedDays: [],
    preferred: [],
    practitionerId: null,
  };
  const fresh = await suggestCourses(tx, clinicId, { body: wish, notBefore, today, now });
  return problem("taken", { ...issues, current: fresh?.ok ? fresh.value : null });
}

async function keepCourse(
  asked: Booking,
  {
    subject,
    decision,
    service,
    site,
    broken,
  }: {
    readonly subject: Subject;
    readonly decision: StoredDecision;
    readonly service: Service;
    readonly site: Site;
    readonly broken: RefusedCourse["broken"];
  },
) {
  const { tx, clinicId, body, caller, now, newId, record, today, send } = asked;
  const courseId = newId();
  const { concerns, area } = decision.input.request;
  await insertCourse(
    tx,
    clinicId,
    {
      id: courseId,
      patientId: subject.id,
      decisionId: decision.id,
      concerns,
      area,
      plannedSessions: body.sessions.length,
      gapDays: body.gapDays,
      plannedBy: caller.accountId,
    },
    now,
  );
  for (const [index, place] of body.sessions.entries()) {
    const visit = {
      id: newId(),
      patientId: subject.id,
      kind: "session",
      courseId,
      ordinal: index + 1,
      siteId: body.siteId,
      place,
      service,
      bookedBy: caller.name,
    } as const;
    await insertVisit(tx, clinicId, visit, now);
    const event = {
      id: newId(),
      visitId: visit.id,
      patientId: subject.id,
      state: "booked",
      by: caller.name,
      reason: null,
    } as const;
    await insertVisitEvent(tx, clinicId, event, now);
    const ofVisit = broken.filter((rule) => rule.index === index);
    const { override } = body;
    await insertOverrides(tx, { visitId: visit.id, patientId: subject.id, broken: ofVisit, override }, asked);
  }
  record({
    action: "booked",
    noun: "course",
    subjectId: courseId,
    patientId: subject.id,
    detail: {
      sessions: body.sessions.length,
      ...(broken.length > 0 ? { outside: broken.map(({ rule }) => rule) } : {}),
    },
  });
  for (const to of addressesOf(subject))
    await send(courseMessage(asked, { to, patientId: subject.id, site, courseId }));
  const view = await readCourseView(tx, clinicId, { courseId, today });
  if (!view) throw new Error("a course that was just booked is gone");
  return answer(201, withoutClinicalText(view, caller.role));
}

interface CourseTold {
  readonly to: string;
  readonly patientId: string;
  readonly site: Site;
  readonly courseId: string;
}

function courseMessage({ body, caller }: Booking, { to, patientId, site, courseId }: CourseTold) {
  const days = body.sessions
    .map(({ day, start }, index) => `Session ${index + 1}: ${dayAndTime(day, start)}`)
    .join("\n");
  return {
    kind: "course-booked",
    to,
    subject: `Your course at ${caller.clinicName}`,
    text: `Your sessions at ${siteWords(site)} are booked:\n${days}\n\nOn your own pages you can read how to prepare, and tell us when something has changed.`,
    patientId,
    dedupeKey: `course ${courseId} ${to}`,
  };
}

export const bookCourseRoutes = [suggest, bookCourse];
