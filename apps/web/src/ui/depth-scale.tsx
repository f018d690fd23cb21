import { messages } from "../messages/index.ts";
import { type DepthMarks, depthText } from "./depth-steps.ts";

/** What the range means, drawn under it: usual, where a reason is asked, the device's end. */
export function DepthScale({ marks: { defaultMm, thresholdMm, limitMm } }: { readonly marks: DepthMarks }) {
  const share = (mm: number) => `${Math.min(100, (mm / limitMm) * 100)}%`;
  return (
    <div className="fb-depth-scale fb-number" aria-hidden="true">
      <span className="fb-depth-over" style={{ insetInlineStart: share(thresholdMm) }} />
      <span className="fb-depth-mark fb-depth-default" style={{ insetInlineStart: share(defaultMm) }}>
        {messages.ui.depthDefault(depthText(defaultMm))}
      </span>
      <span className="fb-depth-mark fb-depth-threshold" style={{ insetInlineStart: share(thresholdMm) }}>
        {messages.ui.depthThreshold(depthText(thresholdMm))}
      </span>
      <span className="fb-depth-mark fb-depth-limit" style={{ insetInlineStart: "100%" }}>
        {messages.ui.depthLimit(depthText(limitMm))}
      </span>
    </div>
  );
}
