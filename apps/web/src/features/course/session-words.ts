import type { CourseView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

type CourseSession = CourseView["sessions"][number];
const { course } = messages;

/** The day it was done, else the day and time it is booked for, else that it has none. */
export function sessionWhen({ performedOn, visit }: Pick<CourseSession, "performedOn" | "visit">): string {
  if (performedOn !== null) return dayText(performedOn);
  return visit && visit.state !== "cancelled" ? `${dayText(visit.day)}, ${visit.start}` : course.noDay;
}

/** Done, stopped early and why, else how its visit stands. */
export function sessionState({ performedOn, stoppedEarly, visit }: Omit<CourseSession, "ordinal" | "window">): string {
  if (stoppedEarly !== null) return course.stoppedEarly(stoppedEarly);
  if (performedOn !== null) return course.done;
  return visit ? course.visitStates[visit.state] : course.noDay;
}

export function doneCount({ sessions }: Pick<CourseView, "sessions">): number {
  return sessions.filter(({ performedOn }) => performedOn !== null).length;
}

/** Visits that would be cancelled with the course. */
export function openVisits({ sessions }: Pick<CourseView, "sessions">): number {
  return sessions.filter(({ visit }) => visit?.state === "booked" || visit?.state === "late").length;
}

export function isOpen({ state }: Pick<CourseView, "state">): boolean {
  return state === "planned" || state === "under-way";
}
