import type { CourseView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import type { Timeline } from "../../ui/course-timeline-model.ts";

type Picture = Pick<Timeline, "from" | "to" | "today" | "entries" | "windows">;

/** A course on one axis: what was done, what is booked, where the rest may be, and when maintenance is due. */
export function coursePicture({ sessions, maintenance, state }: CourseView, today: string): Picture {
  const { course } = messages;
  const entries = sessions.flatMap(({ ordinal, visit, performedOn }) => {
    const date = performedOn ?? visit?.day;
    if (!date) return [];
    const mark = performedOn ? ("done" as const) : date < today ? ("alert" as const) : ("planned" as const);
    return [
      {
        id: `session ${ordinal}`,
        lane: "session" as const,
        date,
        label: course.session(ordinal),
        state: mark,
        mark: String(ordinal),
      },
    ];
  });
  const windows = sessions.flatMap(({ ordinal, window, performedOn }) =>
    window && !performedOn && state !== "abandoned"
      ? [{ from: window.from, to: window.to, label: course.windowOf(ordinal) }]
      : [],
  );
  const care = maintenance ? [{ from: maintenance.from, to: maintenance.to, label: course.maintenance }] : [];
  const days = [
    today,
    ...entries.map(({ date }) => date),
    ...[...windows, ...care].flatMap(({ from, to }) => [from, to]),
  ];
  const ordered = days.map((day) => day.slice(0, 10)).sort();
  return { from: ordered[0] ?? today, to: ordered.at(-1) ?? today, today, entries, windows: [...windows, ...care] };
}
