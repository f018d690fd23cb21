import "./spark-bar.css";
import { messages } from "../messages/index.ts";

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** End of the scale; all in one unit. */
  readonly max: number;
  readonly format: (value: number) => string;
}

/** One figure with its interval: the bar is the figure, the whisker what we can't tell apart from it. */
export function SparkBar({ label, value, low, high, max, format }: Bar) {
  const share = (figure: number) => Math.min(100, Math.max(0, (figure / max) * 100));
  return (
    <div className="fb-spark">
      <span>{label}</span>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect className="fb-spark-ground" width="100" height="12" />
        <rect className="fb-spark-value" width={share(value)} height="12" />
        <rect
          className="fb-spark-interval"
          x={share(low)}
          width={Math.max(0.4, share(high) - share(low))}
          y="5"
          height="2"
        />
      </svg>
      <span className="fb-number">{messages.ui.intervalText(format(value), format(low), format(high))}</span>
    </div>
  );
}
