import { addAll, isEmpty, keepCommon, type Slots } from "../bits.ts";
import type { Board, BoardSession } from "./board.ts";
import { gapWindow } from "./gap-window.ts";
import { conditionsOn, type GridService, practitionerStarts } from "./grid.ts";
import type { ReplanObstacle } from "./replan-case.ts";

/** The conditions of one start, in the order in which they are named when several sets are equally small. */
const liftable = [
  "prepRooms",
  "treatmentRooms",
  "devices",
  "qualification",
  "practitioners",
  "opening",
] as const satisfies readonly ReplanObstacle[];
type Liftable = (typeof liftable)[number];
type DayMasks = Readonly<Record<Liftable, Slots>>;

/**
 * Why a session has no place: the fewest conditions that, lifted together, leave it a start on one of its days. Days
 * come first: neighbours that leave none, or only days before it may be treated, the patient's blocked ones, closed ones.
 */
export function obstaclesOf(board: Board, session: number): readonly ReplanObstacle[] {
  const { from, to } = board.windowOf(session);
  if (to < from) return [refuseWindow(board, session)];
  const { service, blockedDays } = board.sessions[session] as BoardSession;
  const known = board.grid.services[service] as GridService;
  const days = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((day) => !blockedDays.has(day));
  if (days.length === 0) return ["blockedDays"];
  const open = days.filter((day) => (board.grid.frame.weekdayOfDay[day] ?? -1) >= 0);
  if (open.length === 0) return ["opening"];
  const stood = board.spots[session];
  board.lift(session);
  const masks = open.map((day) => masksOf(board, known, day));
  if (stood) board.put(session, stood);
  return smallestSet(masks);
}

function refuseWindow(board: Board, session: number): ReplanObstacle {
  const { earliest, previous, next, home, given } = board.sessions[session] as BoardSession;
  const beside = { before: previous?.day ?? null, after: next?.day ?? null, booked: home.day };
  const { from, to } = gapWindow(beside, given.gapDays);
  return from <= to && to < earliest ? "notBefore" : "gap";
}

function masksOf({ grid }: Board, service: GridService, day: number): DayMasks {
  const practitioners = new Int32Array(grid.frame.words);
  const anybody = new Int32Array(grid.frame.words);
  const every = new Int32Array(grid.frame.words).fill(-1);
  for (let index = 0; index < grid.practitioners.length; index += 1) {
    const own = practitionerStarts(grid, service, { index, day });
    if (own) addAll(practitioners, own, every);
    const unqualified = practitionerStarts(grid, service, { index, day, anyQualification: true });
    if (unqualified) addAll(anybody, unqualified, every);
  }
  return { ...conditionsOn(grid, service, day), qualification: practitioners, practitioners: anybody };
}

function smallestSet(days: readonly DayMasks[]): readonly ReplanObstacle[] {
  const sets = Array.from({ length: 2 ** liftable.length }, (_, bits) =>
    liftable.filter((_name, index) => ((bits >>> index) & 1) === 1),
  ).sort((left, right) => left.length - right.length);
  return sets.find((lifted) => days.some((masks) => hasStart(masks, lifted))) ?? [];
}

/** Lifting the practitioners lifts their qualification too: the one who would come is qualified. */
function hasStart(masks: DayMasks, lifted: readonly Liftable[]): boolean {
  const starts = new Int32Array(masks.opening.length).fill(-1);
  for (const name of liftable) {
    if (lifted.includes(name) || (name === "qualification" && lifted.includes("practitioners"))) continue;
    keepCommon(starts, masks[name]);
  }
  return !isEmpty(starts);
}
