import {
  type DayObstacle,
  offerableDays,
  returnsToWindow,
  type WaitingSession,
  type WaitingVisit,
} from "@fibril/booking";
import type { VisitView } from "@fibril/contract";
import type { CalendarDate, Result } from "@fibril/kernel";
import { refuse } from "@fibril/kernel";
import { listVisits } from "../features/booking/visit-store.ts";
import { type Course, findCourse, listPerformed } from "../features/course/store.ts";
import { listDecisions } from "../features/suitability/store.ts";
import type { Entry } from "../features/waitlist/entry-store.ts";
import type { Tx } from "../platform/database/database.ts";

/** What stands around the visit that somebody waits for. */
export interface Facts {
  readonly present: VisitView | null;
  readonly returnsToWindow: boolean;
  /** The days that may be offered, or why none may. */
  readonly days: Result<{ readonly from: CalendarDate; readonly to: CalendarDate }, DayObstacle | "visit-is-over">;
}

type Waits = Pick<Entry, "kind" | "patient_id" | "course_id" | "ordinal" | "from_day" | "to_day">;

export async function loadFacts(tx: Tx, clinicId: string, entry: Waits, today: CalendarDate): Promise<Facts> {
  const wish = { from: entry.from_day, to: entry.to_day };
  if (entry.kind === "consultation") {
    const visits = await listVisits(tx, clinicId, { patientId: entry.patient_id });
    const present = visits.find((visit) => visit.kind === "consultation" && isToCome(visit)) ?? null;
    return factsOf({ wish, today, present: dayOf(present), session: null }, present);
  }
  const course = entry.course_id ? await findCourse(tx, clinicId, entry.course_id) : undefined;
  const found = course && (await findSession(tx, clinicId, { course, ordinal: entry.ordinal ?? 0 }));
  if (!found) return { present: null, returnsToWindow: false, days: refuse("visit-is-over") };
  return factsOf({ wish, today, present: dayOf(found.present), session: found.session }, found.present);
}

function factsOf(visit: WaitingVisit, present: VisitView | null): Facts {
  return { present, returnsToWindow: returnsToWindow(visit), days: offerableDays(visit) };
}

/** The session and its neighbours; null once it has begun, or its course has ended. */
async function findSession(
  tx: Tx,
  clinicId: string,
  { course, ordinal }: { readonly course: Course; readonly ordinal: number },
): Promise<{ readonly present: VisitView | null; readonly session: WaitingSession } | null> {
  if (course.state === "completed" || course.state === "abandoned" || ordinal > course.planned_sessions) return null;
  const performed = await listPerformed(tx, clinicId, [course.id]);
  const visits = (await listVisits(tx, clinicId, { courseId: course.id })).filter(
    ({ state }) => state !== "cancelled" && state !== "no-show",
  );
  const present = visits.find((visit) => visit.ordinal === ordinal) ?? null;
  if (performed.some((record) => record.ordinal === ordinal) || (present && !isToCome(present))) return null;
  const dayOfSession = (at: number): CalendarDate | null =>
    performed.find((record) => record.ordinal === at)?.performed_on ??
    dayOf(visits.find((visit) => visit.ordinal === at) ?? null);
  const later = Array.from({ length: course.planned_sessions - ordinal }, (_, index) => ordinal + 1 + index);
  const previous = ordinal > 1 ? dayOfSession(ordinal - 1) : null;
  const [decision] = await listDecisions(tx, clinicId, course.patient_id);
  const session = {
    gapDays: { min: course.gap_min_days, max: course.gap_max_days, target: course.gap_target_days },
    previous,
    next: dayOfSession(later[0] ?? 0),
    isPreviousUnplaced: ordinal > 1 && previous === null,
    permittedFrom: (decision?.bookableFrom ?? null) as CalendarDate | null,
  };
  return { present, session };
}

function isToCome({ state }: VisitView): boolean {
  return state === "booked" || state === "late";
}

function dayOf(visit: VisitView | null): CalendarDate | null {
  return (visit?.day ?? null) as CalendarDate | null;
}
