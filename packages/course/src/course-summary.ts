/** One session of a course, as far as it has come. */
export interface SessionRecord {
  readonly ordinal: number;
  readonly state: "planned" | "booked" | "performed" | "missed";
  /** Why treatment ended before all planned zones were done; null where it did not. */
  readonly stoppedEarly: string | null;
}

export interface CourseSummary {
  readonly state: "planned" | "under-way" | "completed" | "abandoned";
  readonly planned: number;
  /** Sessions held, those stopped early among them. */
  readonly performed: number;
  readonly stoppedEarly: number;
  readonly missed: number;
  /** Sessions that are still to come; none in an abandoned course. */
  readonly remaining: number;
  /** Sessions that will never be held, because the course was abandoned. */
  readonly notHeld: number;
}

/**
 * Where a course stands. A session that was stopped early was held but counted apart, and an abandoned course never
 * counts as completed, so that no result speaks of more treatment than there was.
 */
export function summariseCourse({
  plannedSessions,
  records,
  abandoned,
}: {
  readonly plannedSessions: number;
  readonly records: readonly SessionRecord[];
  readonly abandoned: boolean;
}): CourseSummary {
  const held = records.filter(({ state }) => state === "performed");
  const open = Math.max(0, plannedSessions - held.length);
  return {
    state: stateOf({ held: held.length, open, abandoned }),
    planned: plannedSessions,
    performed: held.length,
    stoppedEarly: held.filter(({ stoppedEarly }) => stoppedEarly !== null).length,
    missed: records.filter(({ state }) => state === "missed").length,
    remaining: abandoned ? 0 : open,
    notHeld: abandoned ? open : 0,
  };
}

function stateOf({
  held,
  open,
  abandoned,
}: {
  readonly held: number;
  readonly open: number;
  readonly abandoned: boolean;
}): CourseSummary["state"] {
  if (abandoned) return "abandoned";
  if (open === 0) return "completed";
  return held === 0 ? "planned" : "under-way";
}
