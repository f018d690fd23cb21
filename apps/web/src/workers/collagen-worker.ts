import type { CollagenQuestion, CollagenWarmUp } from "./collagen-questions.ts";
import { timelineBand } from "./timeline-band.ts";
import { whatIfBands } from "./what-if-bands.ts";

/** 400 members of an ensemble would hold the screen still; here they hold nothing. */
self.addEventListener("message", ({ data }: MessageEvent<CollagenQuestion | CollagenWarmUp>) => {
  if (data.kind === "warm") return warmUp();
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

/** The engine compiles what has run often: a usual course of every member. */
function warmUp(): void {
  timelineBand({ sessionDays: [0, 28, 56, 84], horizonDays: 364, everyDays: 14, ageYears: 40 }, () => undefined);
}
