import { parentPort, workerData } from "node:worker_threads";
import decode from "heic-decode";

/** What the thread is asked, and the one message it answers with. */
export interface HeicWork {
  readonly bytes: Uint8Array;
  readonly maxPixels: number;
}

export type HeicAnswer =
  | { readonly kind: "pixels"; readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray }
  | { readonly kind: "too-many-pixels" }
  | { readonly kind: "unreadable" };

const answer = await read(workerData as HeicWork);
parentPort?.postMessage(answer, answer.kind === "pixels" ? [answer.rgba.buffer as ArrayBuffer] : []);

async function read({ bytes, maxPixels }: HeicWork): Promise<HeicAnswer> {
  try {
    const [first] = await decode.all({ buffer: bytes });
    if (!first) return { kind: "unreadable" };
    if (first.width * first.height > maxPixels) return { kind: "too-many-pixels" };
    const { width, height, data } = await first.decode();
    return { kind: "pixels", width, height, rgba: data };
  } catch {
    // Whatever the decoder says of foreign bytes: they are no picture that can be read.
    return { kind: "unreadable" };
  }
}
