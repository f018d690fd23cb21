import { Worker } from "node:worker_threads";
import type { HeicAnswer, HeicWork } from "./heic-worker.ts";

/** A thread runs compiled code only; from the sources (tests) that is the build's. */
const workerUrl = import.meta.url.endsWith(".ts")
  ? new URL("../../../dist/platform/files/heic-worker.js", import.meta.url)
  : new URL("./heic-worker.js", import.meta.url);

/**
 * Decodes HEIC in a thread of its own: the decoder can't be interrupted, so a hostile file costs its thread and not the
 * server. What takes longer than `timeoutMs`, or ends the thread by its hunger for memory, counts as unreadable.
 */
export function decodeHeic(work: HeicWork, timeoutMs: number): Promise<HeicAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      // libheif talks of damaged files on the console; our answer says it already.
      stdout: true,
      stderr: true,
    });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners("exit");
      worker.terminate().then(settle, reject);
    };
    const timer = setTimeout(() => finish(() => resolve({ kind: "unreadable" })), timeoutMs);
    worker.once("message", (answer: HeicAnswer) => finish(() => resolve(answer)));
    worker.once("error", (fault: NodeJS.ErrnoException) => {
      if (fault.code === "ERR_WORKER_OUT_OF_MEMORY") return finish(() => resolve({ kind: "unreadable" }));
      finish(() => reject(fault));
    });
    worker.once("exit", () => finish(() => resolve({ kind: "unreadable" })));
  });
}
