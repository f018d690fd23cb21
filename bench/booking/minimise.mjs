/** The solver of the server's worker, for the benchmark: the same options and the same patience for the whole. */
import { performance } from "node:perf_hooks";
import loadHighs from "highs";

const highs = await loadHighs();

export function minimiser(seconds) {
  const ends = performance.now() + seconds * 1000;
  return ({ variables, rows, costs, start }) => {
    const left = (ends - performance.now()) / 1000;
    if (left <= 0) return { values: start, isOptimal: false };
    const model = highs.createModel({
      numCols: variables,
      numRows: rows.length,
      colCost: costs,
      colLower: new Float64Array(variables),
      colUpper: new Float64Array(variables).fill(1),
      rowLower: rows.map(({ lower }) => Math.max(lower, -highs.infinity)),
      rowUpper: rows.map(({ upper }) => upper),
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
      return colValue.length === 0 ? null : { values: Array.from(colValue), isOptimal };
    } finally {
      model.dispose();
    }
  };
}

function startsOf(rows) {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, { indices }] of rows.entries()) starts[index + 1] = starts[index] + indices.length;
  return starts;
}
