import type { Bands } from "@fibril/collagen";
import type { WhatIfBands } from "../../workers/collagen-questions.ts";

/** One day's comparison, in percentage points of untreated skin. */
export interface DayComparison {
  readonly day: number;
  /** Second minus first, member by member. */
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** 5th to 95th percentile of either schedule alone: the wider of the two. */
  readonly bandWidth: number;
  readonly verdict: "the same" | "can't be told apart" | "differs in the model";
}

/**
 * Compares on one of the days drawn. Told apart only where the interval of the difference leaves out zero
 * and its middle is at least as wide as the band of either schedule alone: never laxer than the model's own comparison.
 */
export function compareOn(bands: WhatIfBands, quantity: keyof Bands, index: number): DayComparison {
  const points = (values: readonly number[]) => 100 * (values[index] ?? 0);
  const widthOf = ({ p5, p95 }: Bands["mass"]) => points(p95) - points(p5);
  const difference = bands.difference[quantity];
  const [p5, p50, p95] = [points(difference.p5), points(difference.p50), points(difference.p95)];
  const bandWidth = Math.max(widthOf(bands.first[quantity]), widthOf(bands.second[quantity]));
  return { day: bands.days[index] ?? 0, p5, p50, p95, bandWidth, verdict: verdictOf({ p5, p50, p95, bandWidth }) };
}

function verdictOf({ p5, p50, p95, bandWidth }: Omit<DayComparison, "day" | "verdict">): DayComparison["verdict"] {
  if (p5 === 0 && p95 === 0) return "the same";
  const leavesOutZero = p5 > 0 || p95 < 0;
  return leavesOutZero && Math.abs(p50) >= bandWidth ? "differs in the model" : "can't be told apart";
}

/** The stretches of days on which the model tells the two apart; none is the usual answer. */
export function apartStretches(bands: WhatIfBands, quantity: keyof Bands): readonly { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  let isOpen = false;
  for (const [index, day] of bands.days.entries()) {
    const isApart = compareOn(bands, quantity, index).verdict === "differs in the model";
    const last = stretches.at(-1);
    if (isApart && isOpen && last) last.to = day;
    else if (isApart) stretches.push({ from: day, to: day });
    isOpen = isApart;
  }
  return stretches;
}
