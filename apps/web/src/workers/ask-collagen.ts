import type { CollagenAnswers, CollagenKind, CollagenReply } from "./collagen-questions.ts";

interface Asked<Kind extends CollagenKind> {
  readonly kind: Kind;
  readonly request: CollagenAnswers[Kind]["request"];
  /** Ends the worker at once. */
  readonly signal: AbortSignal;
  /** Told 0 to 1 while the answer is worked out. */
  readonly onShare: (share: number) => void;
}

/** Asks the model in a worker of its own: nothing that is typed waits for it, and giving up costs nothing. */
export function askCollagen<Kind extends CollagenKind>({ kind, request, signal, onShare }: Asked<Kind>) {
  return new Promise<CollagenAnswers[Kind]["answer"]>((resolve, reject) => {
    const worker = new Worker(new URL("./collagen-worker.ts", import.meta.url), { type: "module" });
    const end = () => worker.terminate();
    signal.addEventListener("abort", end);
    worker.onmessage = ({ data }: MessageEvent<CollagenReply<CollagenAnswers[Kind]["answer"]>>) => {
      if ("share" in data) return onShare(data.share);
      end();
      resolve(data.answer);
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message));
    };
    worker.postMessage({ kind, request });
  });
}
