import { parentPort, workerData } from "node:worker_threads";
import { type HighsSolver, minimiseWithHighs, planBest, type ReplanAnswer, type ReplanCase } from "@fibril/booking";
import loadHighs from "highs";

/** What the thread is asked: the cases of one plan, and when it is ended, in milliseconds of the machine's clock. */
export interface SolverWork {
  readonly cases: readonly ReplanCase[];
  readonly endsAt: number;
}

/** A plan that is better than the one before it; `isProven` where none can be better. */
export interface SolverNews {
  readonly position: number;
  readonly answer: ReplanAnswer;
  readonly way: "search" | "solver";
  readonly isProven: boolean;
}

const { cases, endsAt } = workerData as SolverWork;
const rounds = 4000;
const searchShare = 0.4;
/** The solver looks at its clock now and then; what it found by then is told before the thread is ended. */
const tellingMs = 700;

// The package describes its CommonJS form alone; the module that is loaded exports the function itself.
const load = loadHighs as unknown as () => Promise<HighsSolver>;
const highs = await load();
const began = sinceOrigin();
const seconds = Math.max(0, endsAt - tellingMs - began) / 1000;
for (const [position, given] of cases.entries()) {
  const ends = (seconds * (position + 1)) / cases.length;
  const searchEnds = ends - (1 - searchShare) * (seconds / cases.length);
  let way: SolverNews["way"] = "search";
  const { answer, isProven } = planBest(given, {
    rounds,
    seed: 1,
    isOver: () => secondsSpent() > searchEnds,
    minimise: minimiseWithHighs(highs, { secondsLeft: () => ends - secondsSpent(), within: 0.99 }),
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
  return (sinceOrigin() - began) / 1000;
}

/** The same clock in every thread of the process. */
function sinceOrigin(): number {
  return performance.timeOrigin + performance.now();
}
