import type { LegalStartsView, VisitView } from "@fibril/contract";
import { daysBetween, parseCalendarDate } from "@fibril/kernel";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { minuteOf } from "./calendar-columns.ts";
import { type LegalDay, minutesOf } from "./legal-targets.ts";

const { booking } = messages;
type Limits = Pick<LegalStartsView, "window" | "previous" | "notBefore">;

/** A day as the head of its column says it: its distance from the session before, or why nothing is legal on it. */
export function dayInWords(day: LegalDay, limits: Limits): string {
  const { barred, gapDays } = day;
  const isGapBar = barred === "too-soon" || barred === "too-late";
  if (barred === "closed") return day.closed === null ? booking.closedDay : booking.closed(day.closed);
  if (barred && !isGapBar) return booking.bars[barred];
  if (barred && limits.previous && gapDays !== null)
    return booking.gapBarred(gapAfter(gapDays, limits.previous.ordinal), booking.bars[barred]);
  if (day.runs.length === 0) return booking.nothingFree;
  return gapTerms(day, limits).join(", ");
}

/** What the days of a week allow at a glance: how many times are free, or the shortest reason for none. */
export function dayAtAGlance(day: LegalDay): string {
  if (day.barred) return booking.bars[day.barred];
  const count = new Set(day.runs.flatMap(minutesOf)).size;
  return count === 0 ? booking.nothingFree : booking.startCount(count);
}

/** The rules that hold for this visit: its window, and when treatment may begin. */
export function limitsInWords({ window, notBefore }: Limits): readonly string[] {
  return [
    ...(window ? [booking.windowFrom(dayText(window.from), dayText(window.to), dayText(window.target))] : []),
    ...(notBefore && (!window || notBefore > window.from) ? [booking.notBeforeDay(dayText(notBefore))] : []),
  ];
}

interface Wished {
  readonly start: string;
  readonly practitioner: string;
  readonly practitionerName: string;
}

/** How a place differs from the ideal day and from where the visit is now: "3 days later than ideal, same practitioner". */
export function termsOfPlace(
  place: Wished,
  { day, limits, visit }: { readonly day: LegalDay | undefined; readonly limits: Limits; readonly visit: VisitView },
): readonly string[] {
  const off = minuteOf(place.start) - minuteOf(visit.start);
  const length = booking.length(Math.abs(off));
  return [
    ...(day ? gapTerms(day, limits) : []),
    place.practitioner === visit.practitionerId
      ? booking.samePractitioner
      : booking.otherPractitioner(place.practitionerName),
    off === 0 ? booking.sameTime : off < 0 ? booking.earlierBy(length) : booking.laterBy(length),
  ];
}

function gapTerms({ day, gapDays, movesLater }: LegalDay, { window, previous }: Limits): readonly string[] {
  const [target, date] = [parseCalendarDate(window?.target ?? ""), parseCalendarDate(day)];
  const later = movesLater ? [booking.movesLater] : [];
  if (!(previous && target && date) || gapDays === null) return later;
  const off = daysBetween(target, date);
  const days = booking.days(Math.abs(off));
  const { ideal, later: after, earlier } = booking.gapOff;
  return [gapAfter(gapDays, previous.ordinal), off === 0 ? ideal : off > 0 ? after(days) : earlier(days), ...later];
}

function gapAfter(gapDays: number, ordinal: number): string {
  return booking.gapAfter(booking.days(gapDays), ordinal);
}
