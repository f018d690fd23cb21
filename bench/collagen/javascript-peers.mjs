// npm's dopri and odex on the task; both start again at each session.
import { Dopri } from "dopri";
import odex from "odex";
import { phi, slopeOf, startOf, stretches } from "./task.mjs";

export function dopri(parameters, tolerance) {
  const slope = slopeOf(parameters);
  let state = startOf(parameters);
  return stretches.flatMap(({ from, to, inside }) => {
    const solver = new Dopri(slope, 8, { atol: tolerance, rtol: tolerance, maxSteps: 100000 });
    solver.initialise(from, [state[0] + phi, ...state.slice(1)]);
    const rows = solver.run(to)([...inside, to]);
    state = rows.at(-1);
    return rows.slice(0, -1);
  });
}

export function odexSolver(parameters, tolerance) {
  const slope = slopeOf(parameters);
  const out = new Array(8);
  const equations = (time, state) => {
    slope(time, state, out);
    return out.slice();
  };
  let state = startOf(parameters);
  return stretches.flatMap(({ from, to, inside }) => {
    const solver = new odex.Solver(8);
    solver.denseOutput = true;
    solver.absoluteTolerance = tolerance;
    solver.relativeTolerance = tolerance;
    const start = [state[0] + phi, ...state.slice(1)];
    const rows = [start];
    let next = 1;
    const answer = solver.solve(equations, from, start, to, (_, from, upTo, __, dense) => {
      while (next < inside.length && inside[next] <= upTo && inside[next] < to) {
        const day = inside[next];
        rows.push(Array.from({ length: 8 }, (_, place) => dense(place, Math.max(from, day))));
        next += 1;
      }
    });
    state = answer.y.slice();
    if (next < inside.length) rows.push(state);
    return rows;
  });
}
