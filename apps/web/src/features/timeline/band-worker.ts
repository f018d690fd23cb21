import { type BandRequest, populationBand } from "@fibril/collagen";

/** 400 members of an ensemble would hold the screen still; here they hold nothing. */
self.addEventListener("message", ({ data }: MessageEvent<BandRequest>) => {
  self.postMessage(populationBand(data));
});
