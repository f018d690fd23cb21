import type { VisitState } from "@fibril/contract";

/** Where a visit may go from where it is. An ended one stays as it ended. */
const next = {
  booked: ["arrived", "late", "cancelled", "no-show"],
  late: ["arrived", "cancelled", "no-show"],
  arrived: ["in-room", "booked", "cancelled"],
  "in-room": ["done", "arrived", "cancelled"],
  done: [],
  cancelled: [],
  "no-show": ["booked", "arrived"],
} as const satisfies Record<VisitState, readonly VisitState[]>;

export function mayGo(from: VisitState, to: VisitState): boolean {
  return (next[from] as readonly VisitState[]).includes(to);
}

/** A cancelled visit gives its place back; one whose patient did not come has used it. */
export function givesPlaceBack(state: VisitState): boolean {
  return state === "cancelled";
}
