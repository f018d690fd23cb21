import { type DayBar, Id, LegalStartsQuery, LegalStartsView, type VisitView } from "@fibril/contract";
import { windowAfter } from "@fibril/course";
import { addDays, type CalendarDate, daysBetween } from "@fibril/kernel";
import { z } from "zod";
import { findKnownStarts } from "../features/booking/known-starts.ts";
import { loadCalendar } from "../features/booking/store.ts";
import { findVisit, listVisits } from "../features/booking/visit-store.ts";
import { findCourse } from "../features/course/store.ts";
import { listDecisions } from "../features/suitability/store.ts";
import type { Tx } from "../platform/database/database.ts";
import { problem } from "../platform/http/problem.ts";
import { answer, clinicRoute } from "../platform/http/route.ts";

const readLegalStarts = clinicRoute({
  method: "GET",
  path: "/api/visits/:visitId/legal-starts",
  operationId: "readLegalStarts",
  summary: "Where a booked visit may be moved to on some days, and why not on the others; changes nothing.",
  params: z.strictObject({ visitId: Id }),
  query: LegalStartsQuery,
  answers: { 200: LegalStartsView },
  run: async ({ tx, clinicId, params, query, today, now }) => {
    const visit = await findVisit(tx, clinicId, params.visitId);
    if (!visit) return problem("not-found");
    if (visit.kind === "review" || (visit.state !== "booked" && visit.state !== "late"))
      return problem("conflict", { detail: `A ${visit.kind} that is ${visit.state} stays where it is.` });
    const limits = await limitsOf(tx, clinicId, visit, today);
    const to = addDays(query.from, query.days - 1);
    const { siteId, kind } = visit;
    const { moving } = limits;
    const calendar = await loadCalendar(tx, clinicId, { siteId, ...query });
    const question = { siteId, from: query.from, to, today, moving, kind, notBefore: now };
    const starts = await findKnownStarts(tx, clinicId, question);
    if (!(calendar && starts)) return problem("not-found");
    const days = calendar.days.map(({ day, closed, opening }) => {
      const date = day as CalendarDate;
      const barred = barOf(date, limits) ?? (closed !== null || opening.length === 0 ? "closed" : null);
      const runs = barred === null ? starts.on(date) : [];
      return {
        day,
        barred,
        closed,
        gapDays: limits.previous ? daysBetween(limits.previous.day, date) : null,
        movesLater: limits.next !== null && !isLegalGap(daysBetween(date, limits.next.day), limits.gapDays),
        runs: runs.map((run) => ({
          ...run,
          prepRooms: [...run.prepRooms],
          treatmentRooms: [...run.treatmentRooms],
          devices: run.devices.filter((id) => id !== noDevice),
          practitionerName: starts.nameOf(run.practitioner),
        })),
      };
    });
    const { previous, next } = limits;
    const notBefore = limits.notBefore !== null && limits.notBefore > today ? limits.notBefore : null;
    const window = previous && limits.gapDays ? windowAfter(previous.day, limits.gapDays) : null;
    return answer(200, { visitId: visit.id, window, previous, next, notBefore, days });
  },
});

/** The pseudo device of a service that needs none. */
const noDevice = "none";

export const legalStartsRoutes = [readLegalStarts];

interface Neighbour {
  readonly ordinal: number;
  readonly day: CalendarDate;
}

interface Limits {
  readonly today: CalendarDate;
  readonly gapDays: { readonly min: number; readonly max: number; readonly target: number } | null;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  /** Whether a signed decision permits treatment; a consultation needs none. */
  readonly isPermitted: boolean;
  readonly notBefore: CalendarDate | null;
  /** This visit and the later ones of its course, which a move may carry along. */
  readonly moving: readonly string[];
}

async function limitsOf(tx: Tx, clinicId: string, visit: VisitView, today: CalendarDate): Promise<Limits> {
  const course = visit.courseId ? await findCourse(tx, clinicId, visit.courseId) : undefined;
  if (!course) {
    const free = { gapDays: null, previous: null, next: null, isPermitted: true, notBefore: null };
    return { today, ...free, moving: [visit.id] };
  }
  const standing = (await listVisits(tx, clinicId, { courseId: course.id }))
    .filter(({ state }) => state !== "cancelled" && state !== "no-show")
    .sort((left, right) => (left.ordinal ?? 0) - (right.ordinal ?? 0));
  const ordinal = visit.ordinal ?? 0;
  const earlier = standing.filter((other) => (other.ordinal ?? 0) < ordinal);
  const later = standing.filter((other) => (other.ordinal ?? 0) > ordinal);
  const [decision] = await listDecisions(tx, clinicId, visit.patientId);
  const notBefore = (decision?.bookableFrom ?? null) as CalendarDate | null;
  return {
    today,
    gapDays: { min: course.gap_min_days, max: course.gap_max_days, target: course.gap_target_days },
    previous: neighbour(earlier.at(-1)),
    next: neighbour(later[0]),
    isPermitted: notBefore !== null,
    notBefore,
    moving: [visit.id, ...later.map(({ id }) => id)],
  };
}

function neighbour(visit: VisitView | undefined): Neighbour | null {
  return visit ? { ordinal: visit.ordinal ?? 0, day: visit.day as CalendarDate } : null;
}

function barOf(day: CalendarDate, { today, gapDays, previous, isPermitted, notBefore }: Limits): DayBar | null {
  if (day < today) return "past";
  if (!isPermitted) return "not-permitted";
  if (notBefore !== null && day < notBefore) return "before-permission";
  if (!(previous && gapDays)) return null;
  const gap = daysBetween(previous.day, day);
  if (gap < gapDays.min) return "too-soon";
  return gap > gapDays.max ? "too-late" : null;
}

function isLegalGap(gap: number, gapDays: Limits["gapDays"]): boolean {
  return gapDays === null || (gapDays.min <= gap && gap <= gapDays.max);
}
