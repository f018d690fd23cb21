/** The solver `highs` as the tests' oracle; never part of the package. */
import loadHighs from "highs";
import type { Minimise, ModelRow } from "./index.ts";

const highs = await loadHighs();

/** Minimises over 0-1 variables, without a limit of time: the instances of the tests are tiny. */
export const minimiseByHighs: Minimise = ({ variables, rows, costs }) => {
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
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    return { values: Array.from(model.getSolution().colValue), isOptimal: true };
  } finally {
    model.dispose();
  }
};

function startsOf(rows: readonly ModelRow[]): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, { indices }] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + indices.length;
  return starts;
}
