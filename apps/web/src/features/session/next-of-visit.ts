import type { TodayView } from "@fibril/contract";

export type TodayEntry = TodayView["visits"][number];

/** `start`: the record of today's session; `open`: the record that was started; `patient`: their page; `none`: nothing. */
export type NextOfVisit = "start" | "open" | "patient" | "none";

/** The one step that the large button of a visit does. */
export function nextOfVisit({ visit, missing }: Pick<TodayEntry, "visit" | "missing">): NextOfVisit {
  if (visit.state === "cancelled" || visit.state === "no-show") return "none";
  if (visit.kind !== "session") return "patient";
  if (visit.state === "in-room" || visit.state === "done") return "open";
  return missing.length === 0 ? "start" : "patient";
}

/** Those in a room first, then those who wait, then by the clock; who has left or never came stands last. */
export function inOrderOfWork(entries: readonly TodayEntry[]): readonly TodayEntry[] {
  return [...entries].sort(
    (left, right) =>
      rank(left.visit.state) - rank(right.visit.state) || (left.visit.start < right.visit.start ? -1 : 1),
  );
}

function rank(state: TodayEntry["visit"]["state"]): number {
  switch (state) {
    case "in-room":
      return 0;
    case "arrived":
      return 1;
    case "booked":
    case "late":
      return 2;
    case "done":
      return 3;
    case "cancelled":
    case "no-show":
      return 4;
    default:
      return state satisfies never;
  }
}
