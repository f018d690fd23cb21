import { CourseView, Id } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { z } from "zod";
import { findCourse, updateCourse } from "../features/course/store.ts";
import { Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { readCourseView } from "./course-view.ts";

const OneCourse = z.strictObject({ courseId: Id });

const declineMyMaintenance = clinicRoute({
  method: "POST",
  path: "/api/my/courses/:courseId/maintenance-declined",
  operationId: "declineMyMaintenance",
  summary: "The patient wants no maintenance: nobody asks again. Said twice it is as said once.",
  params: OneCourse,
  answers: { 200: CourseView },
  run: async (asked) => {
    const view = await findOwn(asked);
    if (view instanceof Problem) return view;
    const isNew = view.maintenance?.declinedOn === null;
    const detail = isNew ? {} : { already: true };
    const noun = { noun: "course", subjectId: view.id, patientId: view.patientId } as const;
    asked.record({ action: "declined maintenance", ...noun, detail });
    return isNew ? keep(asked, view, asked.today) : answer(200, view);
  },
});

const askMeAgain = clinicRoute({
  method: "POST",
  path: "/api/my/courses/:courseId/maintenance-declined/undo",
  operationId: "askMeAgain",
  summary: "Takes the patient's no to maintenance back, until the end of the next day.",
  params: OneCourse,
  answers: { 200: CourseView },
  run: async (asked) => {
    const view = await findOwn(asked);
    if (view instanceof Problem) return view;
    if (!view.maintenance?.mayTakeBack)
      return problem("conflict", { detail: "There is nothing to take back here any more: please call us." });
    const noun = { noun: "course", subjectId: view.id, patientId: view.patientId } as const;
    asked.record({ action: "took back declining maintenance", ...noun });
    return keep(asked, view, null);
  },
});

export const myMaintenanceRoutes = [declineMyMaintenance, askMeAgain];

type Asked = ClinicAsked<typeof OneCourse, undefined, undefined>;

/** The patient's own course that maintenance can be spoken of for: a completed one. */
async function findOwn({ tx, clinicId, caller, params, today }: Asked): Promise<CourseView | Problem> {
  const course = await findCourse(tx, clinicId, params.courseId);
  if (!course || caller.patientId === null || course.patient_id !== caller.patientId) return problem("not-found");
  const view = await readCourseView(tx, clinicId, { ...params, today });
  if (!view?.maintenance) return problem("conflict", { detail: "This course is not completed." });
  return view;
}

async function keep({ tx, clinicId, params, today }: Asked, view: CourseView, declinedOn: CalendarDate | null) {
  const change = { id: view.id, version: view.version, maintenanceDeclinedOn: declinedOn };
  const isKept = await updateCourse(tx, clinicId, change);
  const after = await readCourseView(tx, clinicId, { ...params, today });
  if (!(isKept && after)) return problem("stale-version", { current: after });
  return answer(200, after);
}
