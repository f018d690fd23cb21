import type { CollagenQuestion } from "./collagen-questions.ts";
import { timelineBand } from "./timeline-band.ts";
import { whatIfBands } from "./what-if-bands.ts";

/** 400 members of an ensemble would hold the screen still; here they hold nothing. */
self.addEventListener("message", ({ data }: MessageEvent<CollagenQuestion>) => {
  self.postMessage({ answer: answerTo(data, (share) => self.postMessage({ share })) });
});

function answerTo(question: CollagenQuestion, onShare: (share: number) => void) {
  switch (question.kind) {
    case "timeline":
      return timelineBand(question.request, onShare);
    case "what-if":
      return whatIfBands(question.request, onShare);
    default:
      return question satisfies never;
  }
}
