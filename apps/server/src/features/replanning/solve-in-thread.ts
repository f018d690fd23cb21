import { Worker } from "node:worker_threads";
import type { SolverNews, SolverWork } from "./solver-worker.ts";

/** A thread runs compiled code only; from the sources (tests) that is the build's. */
const workerUrl = import.meta.url.endsWith(".ts")
  ? new URL("../../../dist/features/replanning/solver-worker.js", import.meta.url)
  : new URL("./solver-worker.js", import.meta.url);
const graceMs = 5_000;

/** Threads that look for a better plan, by the plan's id. */
const running = new Map<string, Worker>();

/**
 * Looks for better plans in a thread of its own and tells each as it is found; ends after the time that it is given, or
 * at `stopSolving`. A thread that fails ends the search: the plan that stands stays.
 */
export async function solveInThread(
  id: string,
  work: SolverWork,
  onNews: (news: SolverNews) => Promise<boolean>,
): Promise<void> {
  // Compiled packages for compiled code, whatever the process itself was told to resolve.
  const worker = new Worker(workerUrl, { workerData: work, execArgv: [], stdout: true, stderr: true });
  running.set(id, worker);
  const timer = setTimeout(() => void worker.terminate(), work.seconds * 1000 + graceMs);
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

/** Ends the search for a plan in this process; another's ends when it next has something to tell. */
export async function stopSolving(id: string): Promise<void> {
  await running.get(id)?.terminate();
}
