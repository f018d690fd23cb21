import type { VisitState } from "@fibril/contract";

/** What the front desk may say about a visit from where it stands, the likeliest first; the server decides. */
export const visitActs = {
  booked: ["arrived", "late", "no-show", "cancelled"],
  late: ["arrived", "no-show", "cancelled"],
  arrived: ["booked", "cancelled"],
  "in-room": ["arrived", "cancelled"],
  done: [],
  cancelled: [],
  "no-show": ["arrived", "booked"],
} as const satisfies Record<VisitState, readonly VisitState[]>;

/** Only a session that has not begun can be moved. */
export function isMovable({ kind, state }: { readonly kind: string; readonly state: VisitState }): boolean {
  return kind === "session" && (state === "booked" || state === "late");
}

/** The state to go back to where somebody pressed the wrong button; null where there is no way back. */
export function undoOf(from: VisitState, to: VisitState): VisitState | null {
  return (visitActs[to] as readonly VisitState[]).includes(from) ? from : null;
}
