import { Worker } from "node:worker_threads";
import type { SolverNews, SolverWork } from "./solver-worker.ts";

/** A thread runs compiled code only; from the sources (tests) that is the build's. */
const workerUrl = import.meta.url.endsWith(".ts")
  ? new URL("../../../dist/features/replanning/solver-worker.js", import.meta.url)
  : new URL("./solver-worker.js", import.meta.url);

/** Threads that look for a better plan, by the plan's id. */
const running = new Map<string, Worker>();

/**
 * Looks for better plans in a thread of its own and tells each as it is found; ends when its time is over, whatever the
 * solver is at, or at `stopSolving`. The last plan that it told stands. A thread that fails ends the search.
 */
export async function solveInThread(
  id: string,
  { cases, seconds }: { readonly cases: SolverWork["cases"]; readonly seconds: number },
  onNews: (news: SolverNews) => Promise<boolean>,
): Promise<void> {
  const endsAt = performance.timeOrigin + performance.now() + seconds * 1000;
  const work: SolverWork = { cases, endsAt };
  // Compiled packages for compiled code, whatever the process itself was told to resolve.
  const worker = new Worker(workerUrl, { workerData: work, execArgv: [], stdout: true, stderr: true });
  running.set(id, worker);
  const timer = setTimeout(() => void worker.terminate(), seconds * 1000);
  let told: Promise<void> = Promise.resolve();
  worker.on("message", (news: SolverNews) => {
    told = told.then(async () => {
      if (!(await onNews(news))) await worker.terminate();
    });
  });
  try {
    await new Promise<void>((resolve, reject) => {
      worker.once("exit", () => resolve());
      worker.once("error", reject);
    });
    await told;
  } finally {
    clearTimeout(timer);
    running.delete(id);
  }
}

/** Ends every search of this process: the application closes. */
export async function stopAllSolving(): Promise<void> {
  await Promise.all([...running.values()].map((worker) => worker.terminate()));
}

/** Ends the search for a plan in this process; another's ends when it next has something to tell. */
export async function stopSolving(id: string): Promise<void> {
  await running.get(id)?.terminate();
}
