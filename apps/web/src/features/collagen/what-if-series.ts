import type { Band, Bands } from "@fibril/collagen";
import { messages } from "../../messages/index.ts";
import type { ChartPoint, ChartReference, ChartSeries } from "../../ui/response-chart-model.ts";
import type { WhatIfBands } from "../../workers/collagen-questions.ts";
import { solidUntilOf } from "./what-if.ts";

const text = messages.collagen.whatIf;

interface Drawn {
  readonly bands: WhatIfBands;
  readonly quantity: keyof Bands;
}

/** Both schedules in percent above untreated skin, each with its own end of evidence. */
export function scheduleSeries({ bands, quantity }: Drawn): readonly ChartSeries[] {
  return (["first", "second"] as const).map((which) => ({
    name: text.names[which],
    tone: which === "first" ? "one" : "two",
    points: pointsOf({ days: bands.days, band: bands[which][quantity], rest: 1 }),
    solidUntil: solidUntilOf(bands.request[which]),
    marks: bands.request[which],
  }));
}

/** Second minus first in percentage points; evidence ends where that of the first of them ends. */
export function differenceSeries({ bands, quantity }: Drawn): ChartSeries {
  const { first, second } = bands.request;
  return {
    name: text.difference,
    tone: "both",
    points: pointsOf({ days: bands.days, band: bands.difference[quantity], rest: 0 }),
    solidUntil: Math.min(solidUntilOf(first), solidUntilOf(second)),
  };
}

/** How wide one schedule's own band is, around its middle: what the difference is measured against. */
export function widthReference({ bands, quantity }: Drawn): ChartReference {
  const points = bands.days.map((x, index) => {
    const [one, other] = [bands.first[quantity], bands.second[quantity]].map((band) => spreadAround(band, index));
    const wider = one && other && other.high - other.low > one.high - one.low ? other : one;
    return { x, low: wider?.low ?? 0, high: wider?.high ?? 0 };
  });
  return { name: text.reference, points };
}

function spreadAround({ p5, p50, p95 }: Band, index: number) {
  const middle = p50[index] ?? 0;
  return { low: 100 * ((p5[index] ?? 0) - middle), high: 100 * ((p95[index] ?? 0) - middle) };
}

interface ToPoints {
  readonly days: readonly number[];
  readonly band: Band;
  /** What untreated skin is: 1 as a ratio, 0 as a difference. */
  readonly rest: 0 | 1;
}

function pointsOf({ days, band, rest }: ToPoints): readonly ChartPoint[] {
  const points = (values: readonly number[], index: number) => 100 * ((values[index] ?? rest) - rest);
  return days.map((x, index) => ({
    x,
    p5: points(band.p5, index),
    p50: points(band.p50, index),
    p95: points(band.p95, index),
  }));
}
