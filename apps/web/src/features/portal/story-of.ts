import type { CourseView } from "@fibril/contract";

interface Story {
  /** Sessions that were done, those stopped early too. */
  readonly done: number;
  /** Of these, how many were stopped early. */
  readonly stopped: number;
  /** The newest course did. */
  readonly hasEndedEarly: boolean;
  /** The next booked session and of how many; null where none is booked. */
  readonly next: { readonly ordinal: number; readonly of: number; readonly day: string } | null;
}

const standing = ["booked", "arrived", "in-room", "late"];

/** How many sessions there were, and which is next, by day; the newest course stands first. */
export function storyOf(courses: readonly Pick<CourseView, "plannedSessions" | "sessions" | "state">[]): Story {
  const done = courses.flatMap(({ sessions }) => sessions.filter(({ performedOn }) => performedOn !== null));
  const coming = courses.flatMap(({ plannedSessions, sessions }) =>
    sessions.flatMap(({ ordinal, performedOn, visit }) =>
      performedOn === null && visit && standing.includes(visit.state)
        ? [{ ordinal, of: plannedSessions, day: visit.day }]
        : [],
    ),
  );
  const [next = null] = coming.sort((left, right) => (left.day < right.day ? -1 : 1));
  const stopped = done.filter(({ stoppedEarly }) => stoppedEarly !== null).length;
  return { done: done.length, stopped, hasEndedEarly: courses[0]?.state === "abandoned", next };
}
