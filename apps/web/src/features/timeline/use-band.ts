import type { PopulationBand } from "@fibril/collagen";
import { useQuery } from "@tanstack/react-query";
import type { BandQuestion } from "./expected-band.ts";

/** The population's band for these session days, worked out beside the screen. */
export function useBand(question: BandQuestion | null) {
  return useQuery({
    queryKey: ["population-band", question],
    queryFn: ({ signal }) => (question ? askWorker(question, signal) : null),
    enabled: question !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

function askWorker({ first: _first, ...request }: BandQuestion, signal: AbortSignal): Promise<PopulationBand | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./band-worker.ts", import.meta.url), { type: "module" });
    const end = () => worker.terminate();
    signal.addEventListener("abort", end);
    worker.onmessage = ({ data }: MessageEvent<PopulationBand | null>) => {
      end();
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message));
    };
    worker.postMessage(request);
  });
}
