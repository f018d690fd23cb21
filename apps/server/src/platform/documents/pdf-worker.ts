import { parentPort, workerData } from "node:worker_threads";
import type { DocumentToPrint } from "./document.ts";
import { printDocument } from "./print-document.ts";

parentPort?.postMessage(await printDocument(workerData as DocumentToPrint));
