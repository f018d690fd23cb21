import "./countdown-clock.css";
import { useEffect, useState } from "react";
import { messages } from "../messages/index.ts";
import { spanText } from "./clock-text.ts";

interface Countdown {
  readonly label: string;
  /** In place of it once the time is over, where that reads otherwise. */
  readonly labelOver?: string;
  /** When it began and how long it runs; the caller's clock, so that a demo's clock counts too. */
  readonly startedAt: number;
  readonly minutes: number;
  /** Now, in milliseconds. */
  readonly now?: () => number;
}

const tickMs = 1_000;

/** Counts down, then up from the end: time over is as true as time left. */
export function CountdownClock({ label, labelOver = label, startedAt, minutes, now = Date.now }: Countdown) {
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    // At once, too: the clinic's clock may have been read after this was first drawn.
    setMoment(now());
    const timer = setInterval(() => setMoment(now()), tickMs);
    return () => clearInterval(timer);
  }, [now]);
  const total = minutes * 60;
  const gone = Math.max(0, Math.floor((moment - startedAt) / 1000));
  const isOver = gone >= total;
  const text = isOver ? messages.ui.clockOver(spanText(gone - total)) : messages.ui.clockLeft(spanText(total - gone));
  return (
    <div
      className="fb-clock fb-number"
      data-over={isOver}
      role="timer"
      aria-label={isOver ? labelOver : label}
      aria-live="off"
    >
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r="15" />
        <circle
          className="fb-clock-gone"
          cx="18"
          cy="18"
          r="15"
          pathLength={1}
          strokeDasharray={`${Math.min(1, gone / total)} 1`}
        />
      </svg>
      <span>
        <strong>{text}</strong>
        <span className="fb-muted">{isOver ? labelOver : label}</span>
      </span>
    </div>
  );
}
