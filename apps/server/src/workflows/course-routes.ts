import {
  AbandonCourseBody,
  CoursesView,
  CourseView,
  DeclineMaintenanceBody,
  Id,
  type VisitView,
} from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { z } from "zod";
import { cancelledMessages } from "../features/booking/cancelled-messages.ts";
import { releaseClaims } from "../features/booking/claim-store.ts";
import { listVisits, updateVisitState } from "../features/booking/visit-store.ts";
import { findCourse, updateCourse } from "../features/course/store.ts";
import { readClinicPhone } from "../lookups/clinic-phone.ts";
import { addressesOf, findSubject } from "../lookups/patient.ts";
import { problem } from "../platform/http/problem.ts";
import { answer, clinicRoute } from "../platform/http/route.ts";
import { readCourseView, readCourseViews } from "./course-view.ts";
import { lockPlaces } from "./hold-place.ts";

const OnePatient = z.strictObject({ patientId: Id });
const OneCourse = z.strictObject({ courseId: Id });

const readCourses = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/courses",
  operationId: "readCourses",
  summary: "Every course of a patient with its windows, sessions and maintenance.",
  params: OnePatient,
  answers: { 200: CoursesView },
  run: async ({ tx, clinicId, params, today }) => {
    if (!(await findSubject(tx, clinicId, params.patientId, today))) return problem("not-found");
    return answer(200, { courses: await readCourseViews(tx, clinicId, { ...params, today }) });
  },
});

const readMyCourses = clinicRoute({
  method: "GET",
  path: "/api/my/courses",
  operationId: "readMyCourses",
  summary: "The patient's own courses.",
  answers: { 200: CoursesView },
  run: async ({ tx, clinicId, caller, today }) => {
    if (!caller.patientId) return problem("forbidden");
    return answer(200, { courses: await readCourseViews(tx, clinicId, { patientId: caller.patientId, today }) });
  },
});

const abandonCourse = clinicRoute({
  method: "POST",
  path: "/api/courses/:courseId/abandonment",
  operationId: "abandonCourse",
  summary: "Ends a course before its last session, with the reason; what was done stays and counts.",
  params: OneCourse,
  body: AbandonCourseBody,
  answers: { 200: CourseView },
  run: async ({ tx, clinicId, params, body, caller, now, today, record, send }) => {
    const course = await findCourse(tx, clinicId, params.courseId);
    if (!course) return problem("not-found");
    if (course.state !== "planned" && course.state !== "under-way") {
      return problem("conflict", { detail: `A course that is ${course.state} can't be abandoned.` });
    }
    await lockPlaces(tx, clinicId, openVisits(await listVisits(tx, clinicId, params)), now);
    const visits = await listVisits(tx, clinicId, params);
    const open = openVisits(visits);
    for (const visit of open) {
      const cancel = { visitId: visit.id, version: visit.version, state: "cancelled", cancelledBy: "clinic" } as const;
      await updateVisitState(tx, clinicId, { ...cancel, reason: `Course abandoned: ${body.reason}` });
    }
    await releaseClaims(
      tx,
      clinicId,
      open.map(({ id }) => id),
    );
    const abandoned = { reason: body.reason, at: now, by: caller.name };
    const change = { id: course.id, version: body.version, state: "abandoned", abandoned } as const;
    if (!(await updateCourse(tx, clinicId, change))) {
      return problem("stale-version", { current: await readCourseView(tx, clinicId, { ...params, today }) });
    }
    const subject = await findSubject(tx, clinicId, course.patient_id, today);
    if (!subject) throw new Error("a course without its patient");
    const clinic = { name: caller.clinicName, phone: await readClinicPhone(tx, clinicId) };
    const told = { addresses: addressesOf(subject), clinic, now, cause: "course-ended" } as const;
    const cancelled = visits.filter(({ id }) => open.some((visit) => visit.id === id));
    for (const message of cancelledMessages(cancelled, told)) await send(message);
    const detail = { cancelledVisits: open.length };
    record({ action: "abandoned", noun: "course", subjectId: course.id, patientId: course.patient_id, detail });
    const view = await readCourseView(tx, clinicId, { ...params, today });
    return view ? answer(200, view) : problem("not-found");
  },
});

function openVisits(visits: readonly VisitView[]) {
  return visits
    .filter(({ state }) => state === "booked" || state === "late")
    .map(({ id, version, siteId, day }) => ({ id, version, siteId, day: day as CalendarDate }));
}

const declineMaintenance = clinicRoute({
  method: "POST",
  path: "/api/courses/:courseId/maintenance-declined",
  operationId: "declineMaintenance",
  summary: "The patient wants no maintenance: nobody asks again.",
  params: OneCourse,
  body: DeclineMaintenanceBody,
  answers: { 200: CourseView },
  run: async ({ tx, clinicId, params, body, today, record }) => {
    const course = await findCourse(tx, clinicId, params.courseId);
    if (!course) return problem("not-found");
    const change = { id: course.id, version: body.version, maintenanceDeclinedOn: today };
    if (!(await updateCourse(tx, clinicId, change))) {
      return problem("stale-version", { current: await readCourseView(tx, clinicId, { ...params, today }) });
    }
    record({ action: "declined maintenance", noun: "course", subjectId: course.id, patientId: course.patient_id });
    const view = await readCourseView(tx, clinicId, { ...params, today });
    return view ? answer(200, view) : problem("not-found");
  },
});

export const courseRoutes = [readCourses, readMyCourses, abandonCourse, declineMaintenance];
