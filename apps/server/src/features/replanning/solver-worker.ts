import { parentPort, workerData } from "node:worker_threads";
import { type Minimise, type ModelRow, planBest, type ReplanAnswer, type ReplanCase } from "@fibril/booking";
import loadHighs, { type Highs } from "highs";

/** What the thread is asked: the cases of one plan, and how long all of them may take. */
export interface SolverWork {
  readonly cases: readonly ReplanCase[];
  readonly seconds: number;
}

/** A plan that is better than the one before it; `isProven` where none can be better. */
export interface SolverNews {
  readonly position: number;
  readonly answer: ReplanAnswer;
  readonly way: "search" | "solver";
  readonly isProven: boolean;
}

const { cases, seconds } = workerData as SolverWork;
const rounds = 400;
const searchShare = 0.4;
const began = performance.now();

// The package describes its CommonJS form alone; the module that is loaded exports the function itself.
const load = loadHighs as unknown as () => Promise<Highs>;
const highs = await load();
for (const [position, given] of cases.entries()) {
  const ends = (seconds * (position + 1)) / cases.length;
  const searchEnds = ends - (1 - searchShare) * (seconds / cases.length);
  let way: SolverNews["way"] = "search";
  const { answer, isProven } = planBest(given, {
    rounds,
    seed: 1,
    isOver: () => secondsSpent() > searchEnds,
    minimise: minimiser(ends),
    onBetter: (better) => {
      tell({ position, answer: better, way, isProven: false });
      way = "solver";
    },
  });
  tell({ position, answer, way: "solver", isProven });
}

function tell(news: SolverNews): void {
  parentPort?.postMessage(news);
}

function secondsSpent(): number {
  return (performance.now() - began) / 1000;
}

/** Where time is up, what it began with is the answer. */
function minimiser(ends: number): Minimise {
  return ({ variables, rows, costs, start }) => {
    const left = ends - secondsSpent();
    if (left <= 0) return { values: start, isOptimal: false };
    const model = highs.createModel({
      numCols: variables,
      numRows: rows.length,
      colCost: costs,
      colLower: new Float64Array(variables),
      colUpper: new Float64Array(variables).fill(1),
      rowLower: rows.map(({ lower }) => Math.max(lower, -highs.infinity)),
      rowUpper: rows.map(({ upper }) => Math.min(upper, highs.infinity)),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: variables,
        starts: startsOf(rows),
        indices: rows.flatMap(({ indices }) => indices),
        values: rows.flatMap(({ values }) => values),
      },
      integrality: new Int32Array(variables).fill(1),
    });
    try {
      model.options.set({ output_flag: false, time_limit: left, mip_rel_gap: 0, mip_abs_gap: 0.99 });
      model.setSolution({ colValue: start });
      model.run();
      const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
      const { colValue } = model.getSolution();
      return colValue.length === variables ? { values: Array.from(colValue), isOptimal } : null;
    } finally {
      model.dispose();
    }
  };
}

function startsOf(rows: readonly ModelRow[]): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, { indices }] of rows.entries()) starts[index + 1] = (starts[index] as number) + indices.length;
  return starts;
}
