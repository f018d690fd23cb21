import { type Cascade, cascadesOf } from "./cascade.ts";
import type { CourseToSolve, SynthesisPiece } from "./course-to-solve.ts";
import { solveCourse } from "./solve-course.ts";
import { taylorCourse } from "./taylor-course.ts";

export interface Phase {
  readonly from: number | null;
  readonly to: number | null;
}

/** The three phases of the latest session, in days; null from the horizon on. */
export interface Phases {
  readonly trigger: Phase;
  readonly repair: Phase;
  readonly regeneration: Phase;
}

const inflammationLeft = 0.1;
const synthesisLeft = 0.5;
const toleranceDays = 1e-7;

/**
 * Trigger ends when I falls below a tenth of its peak since the latest session, repair when F falls to half of its own;
 * regeneration is what follows. Right to a thousandth of a day.
 */
export function phasesOf(course: Omit<CourseToSolve, "days">, horizonDays: number): Phases {
  const last = course.injuries.at(-1);
  if (!last || last.day > horizonDays || course.injuries.every(({ phi }) => phi === 0))
    return phasesBetween(null, null, null);
  const at = (elapsed: number | null) => (elapsed === null ? null : last.day + elapsed);
  const trigger = fallBelow(inflammationAfter(course, last.day, horizonDays), inflammationLeft);
  const repair = fallBelow(synthesisAfter(course, last.day, horizonDays), synthesisLeft);
  return phasesBetween(last.day, at(trigger), at(repair));
}

function phasesBetween(start: number | null, triggerEnd: number | null, repairEnd: number | null): Phases {
  return {
    trigger: { from: start, to: triggerEnd },
    repair: { from: triggerEnd, to: repairEnd },
    regeneration: { from: repairEnd, to: null },
  };
}

/** A curve since the session, and times close enough together that it turns at most once between three of them. */
interface Curve {
  readonly times: readonly number[];
  readonly valueAt: (elapsed: number) => number;
}

/** The first time after its largest value at which a curve is down to a share of it; null where it isn't yet. */
function fallBelow({ times, valueAt }: Curve, share: number): number | null {
  const values = times.map(valueAt);
  const rough = values.indexOf(Math.max(...values));
  const around = [times[rough - 1] ?? times[rough] ?? 0, times[rough + 1] ?? times[rough] ?? 0] as const;
  const level = share * Math.max(values[rough] ?? 0, valueAt(peakBetween(valueAt, ...around)));
  if (level === 0) return null;
  const below = values.findIndex((value, index) => index > rough && value <= level);
  if (below < 0) return null;
  return crossing(valueAt, level, [times[below - 1] ?? 0, times[below] ?? 0]);
}

function crossing(valueAt: (elapsed: number) => number, level: number, [from, to]: readonly [number, number]): number {
  let [low, high] = [from, to];
  while (high - low > toleranceDays) {
    const middle = (low + high) / 2;
    if (valueAt(middle) > level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Ternary search; the peak's height is right long before its place is. */
function peakBetween(valueAt: (elapsed: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let round = 0; round < 40; round += 1) {
    const third = (high - low) / 3;
    if (valueAt(low + third) < valueAt(high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}

/** Closer together just after the session, where everything is fast. */
function graded(length: number, cells: number): readonly number[] {
  return Array.from({ length: cells + 1 }, (_, cell) => length * (cell / cells) ** 4);
}

function inflammationAfter(course: Omit<CourseToSolve, "days">, day: number, horizonDays: number): Curve {
  const cascade = lastCascadeOf(course);
  const out = new Float64Array(4);
  const valueAt = (elapsed: number) => {
    cascade(elapsed, out);
    return out[1] as number;
  };
  return { times: graded(horizonDays - day, 160), valueAt };
}

/** D, I, R and G since the latest session. */
function lastCascadeOf({ parameters, injuries }: Omit<CourseToSolve, "days">): Cascade {
  const signals = new Float64Array(4);
  let now = injuries[0]?.day ?? 0;
  const cascades = cascadesOf(parameters);
  let cascade = cascades.from(signals);
  for (const { day, phi } of injuries) {
    cascade(day - now, signals);
    signals[0] = (signals[0] ?? 0) + phi;
    cascade = cascades.from(signals);
    now = day;
  }
  return cascade;
}

/** Below this F's error has to be measured against F itself. */
const smallF = 0.01;

function synthesisAfter(course: Omit<CourseToSolve, "days">, day: number, horizonDays: number): Curve {
  let pieces: SynthesisPiece[] = [];
  let smallestF = 1;
  for (let round = 0; round < 4; round += 1) {
    pieces = piecesAfter({ ...course, days: [horizonDays] }, smallestF);
    const peak = pieces.reduce((most, { days, at }) => Math.max(most, at(0), at(days / 2), at(days)), 0);
    if (peak >= smallF * smallestF || peak === 0) break;
    smallestF = peak;
  }
  const times = pieces.flatMap(({ from, days }) => Array.from({ length: 8 }, (_, part) => from + (days * part) / 8));
  return { times: [...times, horizonDays - day], valueAt: (elapsed) => valueIn(pieces, elapsed) };
}

function piecesAfter(course: CourseToSolve, smallestF: number): SynthesisPiece[] {
  const pieces: SynthesisPiece[] = [];
  if (taylorCourse({ ...course, pieces }, smallestF)) return pieces;
  const implicit: SynthesisPiece[] = [];
  solveCourse({ ...course, pieces: implicit, relativeF: true, tolerance: 1e-9 });
  return implicit;
}

function valueIn(pieces: readonly SynthesisPiece[], elapsed: number): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.from ?? 0) <= elapsed) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece ? piece.at(elapsed - piece.from) : 0;
}
