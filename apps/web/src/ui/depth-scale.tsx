import { messages } from "../messages/index.ts";
import { type DepthMarks, depthText } from "./depth-steps.ts";

interface Marked {
  readonly marks: DepthMarks;
}

/** What the range means, drawn under it: usual, where a reason is asked, the device's end. */
export function DepthScale({ marks: { defaultMm, thresholdMm, limitMm } }: Marked) {
  const share = (mm: number) => `${Math.min(100, (mm / limitMm) * 100)}%`;
  return (
    <div className="fb-depth-scale" aria-hidden="true">
      <span className="fb-depth-over" style={{ insetInlineStart: share(thresholdMm) }} />
      <span className="fb-depth-mark fb-depth-default" style={{ insetInlineStart: share(defaultMm) }} />
      <span className="fb-depth-mark fb-depth-threshold" style={{ insetInlineStart: share(thresholdMm) }} />
      <span className="fb-depth-mark fb-depth-limit" style={{ insetInlineStart: "100%" }} />
    </div>
  );
}

/** The same marks in words, in the same colours and shapes. */
export function DepthLegend({ marks: { defaultMm, thresholdMm, limitMm } }: Marked) {
  return (
    <div className="fb-depth-legend fb-number">
      <span className="fb-depth-default">{messages.ui.depthDefault(depthText(defaultMm))}</span>
      <span className="fb-depth-threshold">{messages.ui.depthThreshold(depthText(thresholdMm))}</span>
      <span className="fb-depth-limit">{messages.ui.depthLimit(depthText(limitMm))}</span>
    </div>
  );
}
