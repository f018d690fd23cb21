import { addDays, type CalendarDate } from "@fibril/kernel";
import type { TimelineEntry, TimelineWindow } from "../../ui/course-timeline-model.ts";

interface OnAxis {
  readonly entries: readonly TimelineEntry[];
  readonly windows: readonly TimelineWindow[];
  readonly today: CalendarDate;
  /** The last day of the band; null where none is drawn. */
  readonly horizon: CalendarDate | null;
}

const marginDays = 10;

/** The first and last day of the axis: everything on it, today too, with a little air. */
export function timelineSpan({ entries, windows, today, horizon }: OnAxis) {
  const days = [
    today,
    ...entries.map(({ date }) => date.slice(0, 10)),
    ...windows.flatMap(({ from, to }) => [from, to]),
    ...(horizon ? [horizon] : []),
  ].sort() as CalendarDate[];
  const [first = today, last = today] = [days[0], days.at(-1)];
  return { from: addDays(first, -marginDays), to: addDays(last, marginDays) };
}
