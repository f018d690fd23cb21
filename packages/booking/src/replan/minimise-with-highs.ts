import type { ModelRow } from "./model.ts";
import type { Minimise } from "./solve-plan.ts";

/** As much of the solver `highs` as is used here; whoever calls loads it. */
export interface HighsSolver {
  readonly infinity: number;
  readonly constants: { readonly modelStatus: { readonly optimal: number } };
  createModel(source: HighsSource): HighsModel;
}

interface HighsModel {
  readonly options: { set(values: Readonly<Record<string, boolean | number>>): unknown };
  setSolution(solution: { readonly colValue: readonly number[] }): unknown;
  run(): unknown;
  getModelStatus(): number;
  getSolution(): { readonly colValue: Float64Array };
  dispose(): void;
}

const endless = 1e9;

type HighsSource = ReturnType<typeof sourceOf>;

export interface HighsPatience {
  /** Asked before each problem; where nothing is left, what it began with is the answer, unproven. */
  readonly secondsLeft: () => number;
  /** How far from the least counts as the least: below one whole unit where every cost is a whole number. */
  readonly within: number;
}

/** The solver as the planner asks it. What it stopped at counts only where that keeps every row. */
export function minimiseWithHighs(highs: HighsSolver, { secondsLeft, within }: HighsPatience): Minimise {
  return (problem) => {
    const left = secondsLeft();
    if (left <= 0) return { values: problem.start, isOptimal: false };
    const model = highs.createModel(sourceOf(problem, highs.infinity));
    try {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: within,
        time_limit: Math.min(left, endless),
      });
      if (problem.start.length === problem.variables) model.setSolution({ colValue: problem.start });
      model.run();
      const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
      return readSolution(model.getSolution(), problem, isOptimal);
    } finally {
      model.dispose();
    }
  };
}

/** Null where no value came, or not whole ones that keep every row: a solver out of time may leave either. */
function readSolution(
  { colValue }: { readonly colValue: Float64Array },
  { variables, rows }: Parameters<Minimise>[0],
  isOptimal: boolean,
): ReturnType<Minimise> {
  if (colValue.length !== variables) return null;
  const values = Array.from(colValue, Math.round);
  const isWhole = values.every((value, index) => Math.abs(value - (colValue[index] ?? 0)) < 1e-4);
  return isWhole && rows.every((row) => keepsRow(row, values)) ? { values, isOptimal } : null;
}

function keepsRow({ lower, upper, indices, values }: ModelRow, chosen: readonly number[]): boolean {
  const sum = indices.reduce((total, index, at) => total + (values[at] ?? 0) * (chosen[index] ?? 0), 0);
  return lower <= sum && sum <= upper;
}

function sourceOf({ variables, rows, costs }: Parameters<Minimise>[0], infinity: number) {
  return {
    numCols: variables,
    numRows: rows.length,
    colCost: costs,
    colLower: new Float64Array(variables),
    colUpper: new Float64Array(variables).fill(1),
    rowLower: rows.map(({ lower }) => Math.max(lower, -infinity)),
    rowUpper: rows.map(({ upper }) => Math.min(upper, infinity)),
    matrix: {
      format: "csr" as const,
      numRows: rows.length,
      numCols: variables,
      starts: startsOf(rows),
      indices: rows.flatMap(({ indices }) => indices),
      values: rows.flatMap(({ values }) => values),
    },
    integrality: new Int32Array(variables).fill(1),
  };
}

function startsOf(rows: readonly ModelRow[]): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, { indices }] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + indices.length;
  return starts;
}
