import type { CollagenAnswers, CollagenKind, CollagenReply } from "./collagen-questions.ts";

interface Asked<Kind extends CollagenKind> {
  readonly kind: Kind;
  readonly request: CollagenAnswers[Kind]["request"];
  /** Ends the worker at once. */
  readonly signal: AbortSignal;
  /** Told 0 to 1 while the answer is worked out. */
  readonly onShare: (share: number) => void;
}

/** A worker that has nothing to do: its code is loaded and compiled, which takes longer than an answer. */
let spare: Worker | null = null;

/** Makes a worker ready before anything is asked. */
export function warmCollagen(): void {
  if (spare) return;
  spare = startWorker();
  spare.postMessage({ kind: "warm" });
}

/** Asks the model in a worker of its own: nothing that is typed waits for it, and giving up costs nothing. */
export function askCollagen<Kind extends CollagenKind>({ kind, request, signal, onShare }: Asked<Kind>) {
  return new Promise<CollagenAnswers[Kind]["answer"]>((resolve, reject) => {
    const worker = spare ?? startWorker();
    spare = null;
    const giveUp = () => {
      worker.terminate();
      warmCollagen();
    };
    signal.addEventListener("abort", giveUp);
    worker.onmessage = ({ data }: MessageEvent<CollagenReply<CollagenAnswers[Kind]["answer"]>>) => {
      if ("share" in data) return onShare(data.share);
      signal.removeEventListener("abort", giveUp);
      keep(worker);
      resolve(data.answer);
    };
    worker.onerror = ({ message }) => {
      signal.removeEventListener("abort", giveUp);
      worker.terminate();
      reject(new Error(message));
    };
    worker.postMessage({ kind, request });
  });
}

function startWorker(): Worker {
  return new Worker(new URL("./collagen-worker.ts", import.meta.url), { type: "module" });
}

function keep(worker: Worker): void {
  worker.onmessage = null;
  worker.onerror = null;
  if (spare) worker.terminate();
  else spare = worker;
}
