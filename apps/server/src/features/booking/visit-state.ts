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

/**
 * What becomes of the people, rooms and devices that a visit takes. A cancelled one gives all of them back; one whose
 * patient did not come gives back what is left of its time; whoever comes after all has to find that free still.
 */
export function placeAfter(from: VisitState, to: VisitState): "kept" | "freed" | "rest-freed" | "taken-again" {
  if (to === "cancelled") return "freed";
  if (to === "no-show") return "rest-freed";
  return from === "no-show" ? "taken-again" : "kept";
}
