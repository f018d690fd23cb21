import type { ReplanSession } from "./replan-case.ts";

/** Days by number, both ends included; empty where `to` is before `from`. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
  readonly ideal: number;
}

interface Beside {
  /** Day of the session before and of the one after; null where there is none. */
  readonly before: number | null;
  readonly after: number | null;
  /** The day that it was booked on: the best one for a visit that stands alone. */
  readonly booked: number;
}

/**
 * What two neighbours that stay leave: `[max(before + min, after - max), min(before + max, after - min)]`. The ideal
 * day follows the session before, or leads to the one after where there is none before.
 */
export function gapWindow(
  { before, after, booked }: Beside,
  { min, max, target }: ReplanSession["gapDays"],
): DayWindow {
  const following = before === null ? endless : { from: before + min, to: before + max };
  const leading = after === null ? endless : { from: after - max, to: after - min };
  const from = Math.max(following.from, leading.from);
  const to = Math.min(following.to, leading.to);
  return { from, to, ideal: Math.min(Math.max(wanted(), from), to) };

  function wanted(): number {
    if (before !== null) return before + target;
    return after === null ? booked : after - target;
  }
}

const endless = { from: -Infinity, to: Infinity };
