export interface ChartPoint {
  readonly x: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export interface ChartSeries {
  /** Drawn at the line's end, so that colour is never the only carrier. */
  readonly name: string;
  readonly tone: "one" | "two" | "both";
  readonly points: readonly ChartPoint[];
  /** Solid up to here and dashed beyond: evidence ends. */
  readonly solidUntil: number;
  /** Where something was done: drawn below the axis in the series' own shape. */
  readonly marks?: readonly number[];
}

/** A stretch of values to measure the curves against, around zero. */
export interface ChartReference {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
}

export interface ChartFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ChartScale {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

interface ToScale {
  readonly series: readonly ChartSeries[];
  readonly reference?: ChartReference | undefined;
  readonly frame: ChartFrame;
}

const pixelsPerTick = { x: 90, y: 46 };

/** Both axes from zero outwards, with round ticks. */
export function chartScale({ series, reference, frame }: ToScale): ChartScale {
  const points = series.flatMap((one) => one.points);
  const stretch = reference?.points ?? [];
  const end = Math.max(1, ...points.map(({ x }) => x));
  const low = Math.min(0, ...points.map(({ p5 }) => p5), ...stretch.map(({ low }) => low));
  const high = Math.max(0, ...points.map(({ p95 }) => p95), ...stretch.map(({ high }) => high));
  const span = high - low || 1;
  const { left, right, top, bottom } = frame;
  const yTicks = ticks(low, low + span, Math.max(2, Math.floor((bottom - top) / pixelsPerTick.y)));
  const [bottomValue, topValue] = [Math.min(low, yTicks[0] ?? low), Math.max(low + span, yTicks.at(-1) ?? high)];
  return {
    x: (value) => left + (value / end) * (right - left),
    y: (value) => bottom - ((value - bottomValue) / (topValue - bottomValue)) * (bottom - top),
    xTicks: ticks(0, end, Math.max(2, Math.floor((right - left) / pixelsPerTick.x))),
    yTicks,
  };
}

const nameHeight = 13;

/** Where each line's name stands at its end: beside it, in the order of the lines, and never on another name. */
export function namePlaces(series: readonly ChartSeries[], scale: ChartScale): ReadonlyMap<string, number> {
  const ends = series
    .map(({ name, points }) => ({ name, y: scale.y(points.at(-1)?.p50 ?? 0) }))
    .sort((one, other) => one.y - other.y);
  const middle = ends.reduce((sum, { y }) => sum + y, 0) / Math.max(1, ends.length);
  const isTight = ends.some(({ y }, index) => index > 0 && y - (ends[index - 1]?.y ?? 0) < nameHeight);
  const first = middle - ((ends.length - 1) * nameHeight) / 2;
  return new Map(ends.map(({ name, y }, index) => [name, isTight ? first + index * nameHeight : y]));
}

/** At most so many round steps between two values, zero among them. */
export function ticks(low: number, high: number, most: number): readonly number[] {
  const rough = (high - low) / Math.max(1, most);
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * size >= rough * (1 - 1e-9)) ?? 10) * size;
  const from = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - from;
  return Array.from({ length: count + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)) + 0);
}

interface Drawn {
  readonly points: readonly ChartPoint[];
  readonly scale: ChartScale;
}

export function linePath({ points, scale }: Drawn): string {
  return points.map(({ x, p50 }, index) => `${index === 0 ? "M" : "L"}${at(scale.x(x))} ${at(scale.y(p50))}`).join("");
}

export function areaPath({ points, scale }: Drawn): string {
  if (points.length < 2) return "";
  const upper = points.map(({ x, p95 }) => `${at(scale.x(x))} ${at(scale.y(p95))}`);
  const lower = points.map(({ x, p5 }) => `${at(scale.x(x))} ${at(scale.y(p5))}`).reverse();
  return `M${[...upper, ...lower].join("L")}Z`;
}

export function splitAt(points: readonly ChartPoint[], solidUntil: number) {
  const solid = points.filter(({ x }) => x <= solidUntil);
  return { solid, beyond: points.filter(({ x }) => x >= (solid.at(-1)?.x ?? 0)) };
}

function at(value: number): string {
  return value.toFixed(1);
}
