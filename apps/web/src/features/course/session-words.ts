import type { CourseView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

type CourseSession = CourseView["sessions"][number];
const { course } = messages;

type CourseState = CourseView["state"];

/** The day it was done, else the day and time it is booked for, else that it has none. */
export function sessionWhen(
  { performedOn, visit }: Pick<CourseSession, "performedOn" | "visit">,
  of: CourseState,
): string {
  if (performedOn !== null) return dayText(performedOn);
  if (visit && visit.state !== "cancelled") return `${dayText(visit.day)}, ${visit.start}`;
  return of === "abandoned" ? course.noDayLeft : course.noDay;
}

/** Done, stopped early and why, begun, else how its visit stands; of a course that ended, that it was not held. */
export function sessionState(session: Omit<CourseSession, "ordinal" | "window">, of: CourseState): string {
  const { performedOn, stoppedEarly, recordId, visit } = session;
  if (stoppedEarly !== null) return course.stoppedEarly(stopWords(stoppedEarly));
  if (performedOn !== null) return course.done;
  if (recordId !== null) return course.begun;
  if (of === "abandoned") return course.notHeld;
  return visit ? course.visitStates[visit.state] : course.noDay;
}

function stopWords(reason: string): string {
  const words: Readonly<Record<string, string>> = course.stopReasons;
  return words[reason] ?? reason;
}

export function doneCount({ sessions }: Pick<CourseView, "sessions">): number {
  return sessions.filter(({ performedOn }) => performedOn !== null).length;
}

/** Of those that were done. */
export function stoppedCount({ sessions }: Pick<CourseView, "sessions">): number {
  return sessions.filter(({ performedOn, stoppedEarly }) => performedOn !== null && stoppedEarly !== null).length;
}

/** Visits that would be cancelled with the course. */
export function openVisits({ sessions }: Pick<CourseView, "sessions">): number {
  return sessions.filter(({ visit }) => visit?.state === "booked" || visit?.state === "late").length;
}

export function isOpen({ state }: Pick<CourseView, "state">): boolean {
  return state === "planned" || state === "under-way";
}
