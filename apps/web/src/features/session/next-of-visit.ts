import type { TodayView } from "@fibril/contract";

export type TodayEntry = TodayView["visits"][number];

/**
 * `arrive`: say that they are here; `start`: the record of today's session; `open`: the record that was started;
 * `consult`: their consultation; `patient`: their page; `none`: nothing.
 */
export type NextOfVisit = "arrive" | "start" | "open" | "consult" | "patient" | "none";

/** The one step that the large button of a visit does. */
export function nextOfVisit({ visit, missing }: Pick<TodayEntry, "visit" | "missing">): NextOfVisit {
  if (visit.state === "cancelled" || visit.state === "no-show") return "none";
  if (visit.state === "booked" || visit.state === "late") return "arrive";
  if (visit.kind !== "session") return visit.state === "done" ? "none" : besideSession[visit.kind];
  if (visit.state === "in-room" || visit.state === "done") return "open";
  return missing.length === 0 ? "start" : "patient";
}

const besideSession = { consultation: "consult", review: "patient" } as const;

export interface WhoseVisits {
  readonly own: readonly TodayEntry[];
  readonly others: readonly TodayEntry[];
  /** How many of the others are in the house. */
  readonly othersHere: number;
}

/** The patients of the one who looks apart from those of others, each in the order of work. */
export function whoseVisits(entries: readonly TodayEntry[]): WhoseVisits {
  const ordered = inOrderOfWork(entries);
  const others = ordered.filter(({ isOwn }) => !isOwn);
  const isHere = ({ visit }: TodayEntry) => visit.state === "arrived" || visit.state === "in-room";
  return { own: ordered.filter(({ isOwn }) => isOwn), others, othersHere: others.filter(isHere).length };
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
