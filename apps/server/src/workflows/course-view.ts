import type { CourseView, Role, VisitView } from "@fibril/contract";
import { maintenanceOf, windowAfter } from "@fibril/course";
import { type CalendarDate, daysBetween } from "@fibril/kernel";
import { listVisits } from "../features/booking/visit-store.ts";
import { type Course, findCourse, listCourses, listPerformed } from "../features/course/store.ts";
import type { Tx } from "../platform/database/database.ts";
import { together } from "../platform/database/together.ts";

type Performed = Awaited<ReturnType<typeof listPerformed>>[number];

/** One course with its sessions, windows and maintenance; null for a course of another clinic. */
export async function readCourseView(
  tx: Tx,
  clinicId: string,
  { courseId, today }: { readonly courseId: string; readonly today: CalendarDate },
): Promise<CourseView | null> {
  const [course, visits, performed] = await together(
    findCourse(tx, clinicId, courseId),
    listVisits(tx, clinicId, { courseId }),
    listPerformed(tx, clinicId, [courseId]),
  );
  if (!course) return null;
  return courseView(course, { visits, performed, today });
}

/** A manager books and moves, and reads no clinical text. */
export function withoutClinicalText(view: CourseView, role: Role): CourseView {
  return role === "manager" ? { ...view, concerns: [], abandonedReason: null } : view;
}

/** Every course of a patient, newest first. */
export async function readCourseViews(
  tx: Tx,
  clinicId: string,
  { patientId, today }: { readonly patientId: string; readonly today: CalendarDate },
): Promise<CourseView[]> {
  const [courses, visits] = await together(
    listCourses(tx, clinicId, patientId),
    listVisits(tx, clinicId, { patientId }),
  );
  const performed = await listPerformed(
    tx,
    clinicId,
    courses.map(({ id }) => id),
  );
  return courses.map((course) => courseView(course, { visits, performed, today }));
}

function courseView(
  course: Course,
  facts: {
    readonly visits: readonly VisitView[];
    readonly performed: readonly Performed[];
    readonly today: CalendarDate;
  },
): CourseView {
  const gapDays = { min: course.gap_min_days, max: course.gap_max_days, target: course.gap_target_days };
  const performed = facts.performed.filter(({ course_id }) => course_id === course.id);
  const standing = facts.visits.filter(
    ({ courseId, state }) => courseId === course.id && state !== "cancelled" && state !== "no-show",
  );
  let previous: CalendarDate | null = null;
  const sessions = Array.from({ length: course.planned_sessions }, (_, index) => {
    const ordinal = index + 1;
    const visit = standing.find((candidate) => candidate.ordinal === ordinal) ?? null;
    const begun = performed.find((record) => record.ordinal === ordinal);
    const done = begun?.state === "signed" ? begun : undefined;
    const window = previous ? windowAfter(previous, gapDays) : null;
    previous = done?.performed_on ?? (visit?.day as CalendarDate | undefined) ?? null;
    return {
      ordinal,
      visit,
      window,
      performedOn: done?.performed_on ?? null,
      stoppedEarly: done?.stoppedEarly ?? null,
      recordId: begun?.id ?? null,
    };
  });
  const lastPerformed = performed.filter(({ state }) => state === "signed").at(-1)?.performed_on ?? null;
  return {
    id: course.id,
    patientId: course.patient_id,
    concerns: [...course.concerns],
    area: course.area,
    plannedSessions: course.planned_sessions,
    gapDays,
    state: course.state,
    abandonedReason: course.abandoned_reason,
    abandonedAt: course.abandoned_at?.toISOString() ?? null,
    abandonedBy: course.abandoned_by,
    plannedAt: course.planned_at.toISOString(),
    sessions,
    maintenance:
      course.state === "completed" && lastPerformed ? maintenanceView(course, { lastPerformed, ...facts }) : null,
    version: course.version,
  };
}

/** A no may be taken back on the day after it still. */
const daysToTakeBack = 1;

function maintenanceView(
  { maintenance_declined_on: declinedOn }: Course,
  { lastPerformed, today }: { readonly lastPerformed: CalendarDate; readonly today: CalendarDate },
): CourseView["maintenance"] {
  const mayTakeBack = declinedOn !== null && daysBetween(declinedOn, today) <= daysToTakeBack;
  return { ...maintenanceOf({ lastSession: lastPerformed, today, declinedOn }), declinedOn, mayTakeBack };
}
