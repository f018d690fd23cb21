/** The solver of the server's worker, for the benchmark: the same patience for the whole of a plan. */
import { performance } from "node:perf_hooks";
import { minimiseWithHighs } from "@fibril/booking";
import loadHighs from "highs";

const highs = await loadHighs();

export function minimiser(seconds) {
  const ends = performance.now() + seconds * 1000;
  return minimiseWithHighs(highs, { secondsLeft: () => (ends - performance.now()) / 1000, within: 0.99 });
}
