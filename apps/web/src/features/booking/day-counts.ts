import type { VisitState } from "@fibril/contract";

export type DayCount = "toCome" | "here" | "done" | "missed";

const countOf = {
  booked: "toCome",
  late: "toCome",
  arrived: "here",
  "in-room": "here",
  done: "done",
  cancelled: "missed",
  "no-show": "missed",
} as const satisfies Record<VisitState, DayCount>;

const order = ["toCome", "here", "done", "missed"] as const satisfies readonly DayCount[];

/** How the visits of a day stand, in the order in which a visit goes; what there is none of is left out. */
export function dayCounts(
  visits: readonly { readonly state: VisitState }[],
): readonly { readonly of: DayCount; readonly count: number }[] {
  return order
    .map((of) => ({ of, count: visits.filter(({ state }) => countOf[state] === of).length }))
    .filter(({ count }) => count > 0);
}
