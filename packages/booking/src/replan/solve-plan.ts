import { compareAims } from "./aims.ts";
import { readBoard } from "./answer.ts";
import { type Board, type BoardSession, openBoard } from "./board.ts";
import { type Column, columnsOf, leastTotal, promisingColumns, spreadColumns } from "./columns.ts";
import { countAims } from "./count-aims.ts";
import { type Effort, improve, remember, restore, settle } from "./improve.ts";
import { insertByRegret } from "./insert.ts";
import { buildModel, type ModelAim, type ModelChoice, type ModelRow, patientAims } from "./model.ts";
import type { ReplanAnswer, ReplanCase } from "./replan-case.ts";
import { putSolution } from "./solution.ts";

/** Minimises costs over 0-1 variables; whoever calls brings one, and its patience. Null where it found nothing. */
export type Minimise = (problem: {
  readonly variables: number;
  readonly rows: readonly ModelRow[];
  readonly costs: readonly number[];
  /** A solution to begin with; it may break a row that was added since. */
  readonly start: readonly number[];
}) => { readonly values: readonly number[]; readonly isOptimal: boolean } | null;

export interface SolveEffort extends Effort {
  readonly minimise: Minimise;
  /** Told of each plan that is better than the ones before. */
  readonly onBetter?: (answer: ReplanAnswer) => void;
}

export interface SolvedPlan {
  readonly answer: ReplanAnswer;
  /** Proven: nobody else moving further, no plan of the displaced sessions is better; false where not all was looked at. */
  readonly isProven: boolean;
}

const mostCuts = 12;
/** How many columns are given to the solver as they are, and how many a session may have where there are more. */
const [manageable, columnsPerSession] = [3000, 60];
/** How many it is given once more, where a plan is not proven yet and there is time left. */
const mostForProof = 15_000;

/**
 * The best plan that time allows: `planBetter`, then an integer programme to place more sessions where some are left,
 * then one for the other aims over the columns that could still make the plan better. Never worse than `planBetter`.
 */
export function planBest(given: ReplanCase, effort: SolveEffort): SolvedPlan {
  const { minimise, onBetter = () => undefined } = effort;
  const board = openBoard(given);
  const displaced = given.sessions.flatMap(({ role }, index) => (role === "displaced" ? [index] : []));
  insertByRegret(board, displaced);
  improve(board, effort);
  onBetter(readBoard(given, board));
  const ground = { columns: everyColumn(board, displaced), displaced, minimise };
  const isSolved =
    betterBy(board, { ...ground, choose: fewColumns }, effort) ||
    betterBy(board, { ...ground, choose: allColumns }, effort);
  const aims = countAims(board);
  settle(board);
  const answer = readBoard(given, board);
  onBetter(answer);
  const isStill = compareAims(aims, answer.aims) === 0;
  return { answer, isProven: isSolved && isStill && !displaced.some((session) => hasMovingNeighbour(board, session)) };
}

interface Ground {
  readonly columns: readonly Column[];
  readonly displaced: readonly number[];
  readonly minimise: Minimise;
  /** Those of the columns that the solver is asked about. */
  readonly choose: (columns: readonly Column[]) => readonly Column[];
}

/** @returns whether no plan over the columns is better than the one that stands afterwards. */
function betterBy(board: Board, ground: Ground, effort: Effort): boolean {
  const { unplaced } = countAims(board);
  const isMost = placeMore(board, ground);
  if (countAims(board).unplaced === unplaced) return refine(board, ground) && isMost;
  improve(board, effort);
  return refine(board, { ...ground, columns: everyColumn(board, ground.displaced) }) && isMost;
}

/** Its window moves with a neighbour that was placed anew too, so that not every column was looked at. */
function hasMovingNeighbour(board: Board, session: number): boolean {
  const { previous, next } = board.sessions[session] as BoardSession;
  return [previous?.session ?? -1, next?.session ?? -1].some(
    (beside) => board.sessions[beside]?.given.role === "displaced" || (beside !== -1 && !board.isAtHome(beside)),
  );
}

function everyColumn(board: Board, displaced: readonly number[]): readonly Column[] {
  return lifted(board, displaced, () => displaced.flatMap((session) => columnsOf(board, session)));
}

/** What `look` sees with the displaced sessions lifted; afterwards they stand where they did. */
function lifted<Seen>(board: Board, displaced: readonly number[], look: (stood: readonly number[]) => Seen): Seen {
  const stood = remember(board);
  for (const session of displaced) board.lift(session);
  const seen = look(displaced);
  restore(board, stood);
  return seen;
}

/** @returns whether as many are placed as can be. */
function placeMore(board: Board, { columns, displaced, minimise, choose }: Ground): boolean {
  const placeable = new Set(columns.map(({ session }) => session)).size;
  const isEverybody = () => countAims(board).unplaced <= displaced.length - placeable;
  if (isEverybody()) return true;
  const few = choose(columns);
  const choice = { columns: withStanding(board, few, columns), displaced, aim: "unplaced", held: new Map() } as const;
  const isSolved = solve(board, choice, minimise);
  return isEverybody() || (isSolved && few.length === columns.length);
}

/**
 * Aim by aim: the columns that could still make the plan better, and the solver only where the best columns of all
 * sessions would be better than what is reached.
 * @returns whether the plan that stands afterwards is proven to be the best one for the unplaced that it has.
 */
function refine(board: Board, { columns, displaced, minimise, choose }: Ground): boolean {
  const { unplaced } = countAims(board);
  const mayStay = unplaced - (displaced.length - new Set(columns.map(({ session }) => session)).size);
  const held = new Map<ModelAim, number>([["unplaced", unplaced]]);
  let left = columns;
  let isProven = true;
  for (const aim of patientAims) {
    const reached = reachedOn(board, left, aim);
    if (leastTotal(left, { aim, mayStay }) < reached) {
      const better = promisingColumns(left, { aim, mayStay, reached: reached - 1 });
      const few = choose(better);
      const solved = solve(board, { columns: withStanding(board, few, left), displaced, aim, held }, minimise);
      isProven &&= solved && few.length === better.length;
    }
    held.set(aim, reachedOn(board, left, aim));
    left = promisingColumns(left, { aim, mayStay, reached: reachedOn(board, left, aim) });
  }
  return isProven;
}

/** What the displaced sessions cost where they stand now. */
function reachedOn(board: Board, columns: readonly Column[], aim: (typeof patientAims)[number]): number {
  return columns.reduce((sum, column) => sum + (isStanding(board, column) ? column[aim] : 0), 0);
}

function isStanding(board: Board, { session, day, slot, practitioner }: Column): boolean {
  const spot = board.spots[session];
  return !board.isAtHome(session) && spot?.day === day && spot.slot === slot && spot.practitioner === practitioner;
}

/** A number of columns that a solver manages. */
function fewColumns(columns: readonly Column[]): readonly Column[] {
  if (columns.length <= manageable) return columns;
  const sessions = new Set(columns.map(({ session }) => session));
  return [...sessions].flatMap((session) =>
    spreadColumns(
      columns.filter((column) => column.session === session),
      columnsPerSession,
    ),
  );
}

/** All of them, for the proof; none where the solver would not come to an end with so many. */
function allColumns(columns: readonly Column[]): readonly Column[] {
  return columns.length <= mostForProof ? columns : [];
}

/** With the columns on which the sessions stand now, so that the plan that stands is a solution to begin with. */
function withStanding(board: Board, chosen: readonly Column[], columns: readonly Column[]): readonly Column[] {
  const known = new Set(chosen);
  return [...chosen, ...columns.filter((column) => isStanding(board, column) && !known.has(column))];
}

/** Puts the optimum on the board where it is better than what stands; @returns whether it is proven. */
function solve(board: Board, choice: ModelChoice, minimise: Minimise): boolean {
  const stood = remember(board);
  const before = countAims(board);
  const { variables, costs, start, ...model } = lifted(board, choice.displaced, () => buildModel(board, stood, choice));
  const cuts: ModelRow[] = [];
  while (cuts.length <= mostCuts) {
    const solved = minimise({ variables, rows: [...model.rows, ...cuts], costs, start });
    if (solved === null) return false;
    if (totalOf(costs, solved.values) >= totalOf(costs, start)) return solved.isOptimal;
    for (const session of choice.displaced) board.lift(session);
    const cut = putSolution(board, model, solved.values);
    if (cut === null) {
      if (compareAims(countAims(board), before) > 0) restore(board, stood);
      return solved.isOptimal;
    }
    restore(board, stood);
    cuts.push(cut);
  }
  return false;
}

function totalOf(costs: readonly number[], values: readonly number[]): number {
  return costs.reduce((sum, cost, index) => sum + cost * Math.round(values[index] ?? 0), 0);
}
