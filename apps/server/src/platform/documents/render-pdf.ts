import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { DocumentToPrint } from "./document.ts";

export { type Block, countFields, type DocumentToPrint, type Field } from "./document.ts";

/** A thread runs compiled code only; from the sources (tests) that is the build's. */
const workerUrl = import.meta.url.endsWith(".ts")
  ? new URL("../../../dist/platform/documents/pdf-worker.js", import.meta.url)
  : new URL("./pdf-worker.js", import.meta.url);
const patienceMs = 30_000;

/**
 * Prints a document as PDF: the same facts give the same bytes. In a thread of its own, since the layout of a few pages
 * would keep everybody else waiting. Throws where the thread fails or takes longer than 30 s.
 */
export async function renderPdf(document: DocumentToPrint): Promise<Buffer> {
  const worker = new Worker(workerUrl, { workerData: document });
  try {
    const [pdf] = (await once(worker, "message", { signal: AbortSignal.timeout(patienceMs) })) as [Uint8Array];
    return Buffer.from(pdf);
  } finally {
    await worker.terminate();
  }
}
