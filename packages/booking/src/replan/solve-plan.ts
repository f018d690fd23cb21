import { compareAims } from "./aims.ts";
import { readBoard } from "./answer.ts";
import { type Board, openBoard } from "./board.ts";
import { type Column, columnsOf, promisingColumns, spreadColumns } from "./columns.ts";
import { countAims } from "./count-aims.ts";
import { type Effort, improve, remember, restore, settle } from "./improve.ts";
import { insertByRegret } from "./insert.ts";
import { buildModel, type ModelRow, type ReplanModel } from "./model.ts";
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
/** How many columns a session may have: the best of each day are always among them. */
const columnsPerSession = 60;

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
  const columns = everyColumn(board, displaced);
  const placing = placeMore(board, { columns, displaced, minimise });
  if (placing === "better") improve(board, effort);
  const refining = refine(board, { columns, displaced, minimise });
  settle(board);
  const answer = readBoard(given, board);
  onBetter(answer);
  return { answer, isProven: placing !== "unknown" && refining };
}

interface Ground {
  readonly columns: readonly Column[];
  readonly displaced: readonly number[];
  readonly minimise: Minimise;
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

function placeMore(board: Board, { columns, displaced, minimise }: Ground): "proven" | "better" | "unknown" {
  const { unplaced } = countAims(board);
  const placeable = new Set(columns.map(({ session }) => session)).size;
  if (unplaced <= displaced.length - placeable) return "proven";
  const few = fewColumns(board, { columns, displaced });
  const solved = solve(board, { columns: few, displaced, mayStay: null }, minimise);
  if (countAims(board).unplaced < unplaced) return "better";
  return solved && few.length === columns.length ? "proven" : "unknown";
}

/** @returns whether the plan that stands afterwards is proven to be the best one for the unplaced that it has. */
function refine(board: Board, { columns, displaced, minimise }: Ground): boolean {
  const { unplaced, daysFromIdeal } = countAims(board);
  const withColumns = new Set(columns.map(({ session }) => session));
  const mayStay = unplaced - displaced.filter((session) => !withColumns.has(session)).length;
  const promising = promisingColumns(columns, { mayStay, daysFromIdeal });
  const few = fewColumns(board, { columns: promising, displaced });
  const solved = solve(board, { columns: few, displaced, mayStay: unplaced }, minimise);
  return solved && few.length === promising.length;
}

/** A number of columns that a solver manages, with those on which the sessions stand now. */
function fewColumns(
  { spots }: Board,
  { columns, displaced }: { readonly columns: readonly Column[]; readonly displaced: readonly number[] },
): readonly Column[] {
  return displaced.flatMap((session) => {
    const own = columns.filter((column) => column.session === session);
    const few = spreadColumns(own, columnsPerSession);
    const spot = spots[session];
    const standing = own.find(
      ({ day, slot, practitioner }) => spot?.day === day && spot.slot === slot && spot.practitioner === practitioner,
    );
    return standing && !few.includes(standing) ? [...few, standing] : few;
  });
}

/** Puts the optimum on the board where it is better than what stands; @returns whether it is proven. */
function solve(board: Board, choice: Parameters<typeof buildModel>[2], minimise: Minimise): boolean {
  const stood = remember(board);
  const before = countAims(board);
  const model = lifted(board, choice.displaced, () => buildModel(board, stood, choice));
  const cuts: ModelRow[] = [];
  while (cuts.length <= mostCuts) {
    const solved = solveAims(model, cuts, minimise);
    if (solved === null) return false;
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

/** Aim by aim: each is minimised and then held while the next is. */
function solveAims(model: ReplanModel, cuts: readonly ModelRow[], minimise: Minimise) {
  const rows = [...model.rows, ...cuts];
  let values = model.start;
  let isOptimal = true;
  for (const costs of model.aims) {
    const solved = minimise({ variables: model.variables, rows, costs, start: values });
    if (solved === null) return null;
    values = solved.values.map(Math.round);
    isOptimal &&= solved.isOptimal;
    rows.push(heldAt(costs, values));
  }
  return { values, isOptimal };
}

function heldAt(costs: readonly number[], values: readonly number[]): ModelRow {
  const indices = costs.flatMap((cost, index) => (cost === 0 ? [] : [index]));
  const reached = costs.reduce((sum, cost, index) => sum + cost * (values[index] ?? 0), 0);
  return { lower: -Infinity, upper: reached, indices, values: indices.map((index) => costs[index] ?? 0) };
}
