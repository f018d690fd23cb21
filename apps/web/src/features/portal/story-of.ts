import type { CourseView } from "@fibril/contract";

interface Story {
  /** Sessions that were done, those stopped early too. */
  readonly done: number;
  /** The next booked session and of how many; null where none is booked. */
  readonly next: { readonly ordinal: number; readonly of: number; readonly day: string } | null;
}

const standing = ["booked", "arrived", "in-room", "late"];

/** How many sessions there were, and which is next, by day. */
export function storyOf(courses: readonly Pick<CourseView, "plannedSessions" | "sessions">[]): Story {
  const done = courses.flatMap(({ sessions }) => sessions.filter(({ performedOn }) => performedOn !== null)).length;
  const coming = courses.flatMap(({ plannedSessions, sessions }) =>
    sessions.flatMap(({ ordinal, performedOn, visit }) =>
      performedOn === null && visit && standing.includes(visit.state)
        ? [{ ordinal, of: plannedSessions, day: visit.day }]
        : [],
    ),
  );
  const [next = null] = coming.sort((left, right) => (left.day < right.day ? -1 : 1));
  return { done, next };
}
