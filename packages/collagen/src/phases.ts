import { cascadeFrom } from "./cascade.ts";
import { isOrdinary } from "./course-trajectory.ts";
import { quickSynthesis } from "./quick-synthesis.ts";
import { type CourseToSolve, solveCourse } from "./solve-course.ts";

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
const searchCells = 160;
const bisections = 40;

/**
 * Trigger ends when I falls below a tenth of its peak since the latest session, repair when F falls to half of its own;
 * regeneration is what follows. Right to a thousandth of a day.
 */
export function phasesOf(course: Omit<CourseToSolve, "days">, horizonDays: number): Phases {
  const last = course.injuries.at(-1);
  if (!last || course.injuries.every(({ phi }) => phi === 0)) return phasesBetween(null, null, null);
  const length = horizonDays - last.day;
  const inflammation = inflammationAfter(course, last.day);
  const trigger = fallBelow(sampled(inflammation, grid(length)), inflammationLeft, (cell) =>
    sampled(inflammation, cell),
  );
  const synthesis = synthesisAfter(course, last.day);
  const repair = fallBelow(synthesis(grid(length)), synthesisLeft, synthesis);
  const at = (elapsed: number | null) => (elapsed === null ? null : last.day + elapsed);
  return phasesBetween(last.day, at(trigger), at(repair));
}

function phasesBetween(start: number | null, triggerEnd: number | null, repairEnd: number | null): Phases {
  return {
    trigger: { from: start, to: triggerEnd },
    repair: { from: triggerEnd, to: repairEnd },
    regeneration: { from: repairEnd, to: null },
  };
}

interface Curve {
  readonly elapsed: readonly number[];
  readonly values: readonly number[];
}

/** Closer together just after the session, where everything is fast. */
function grid(length: number): readonly number[] {
  return Array.from({ length: searchCells + 1 }, (_, cell) => length * (cell / searchCells) ** 4);
}

function sampled(curve: (elapsed: number) => number, elapsed: readonly number[]): Curve {
  return { elapsed, values: elapsed.map(curve) };
}

/** The first time after its largest value at which a curve is down to a share of it; null where it isn't yet. */
function fallBelow(coarse: Curve, share: number, look: (elapsed: readonly number[]) => Curve): number | null {
  const rough = peakOf(coarse);
  const near = look(around(coarse, rough));
  const nearest = look(around(near, peakOf(near)));
  const level = share * Math.max(...nearest.values, ...near.values, ...coarse.values);
  if (level === 0) return null;
  const below = coarse.values.findIndex((value, index) => index > rough && value <= level);
  if (below < 0) return null;
  let [low, high] = [coarse.elapsed[below - 1] ?? 0, coarse.elapsed[below] ?? 0];
  for (let round = 0; round < bisections && high - low > 1e-6; round += 1) {
    const cell = look(between(low, high));
    const first = cell.values.findIndex((value, index) => index > 0 && value <= level);
    if (first < 1) return high;
    [low, high] = [cell.elapsed[first - 1] ?? low, cell.elapsed[first] ?? high];
  }
  return (low + high) / 2;
}

function peakOf({ values }: Curve): number {
  return values.indexOf(Math.max(...values));
}

function around({ elapsed }: Curve, peak: number): readonly number[] {
  return between(elapsed[peak - 1] ?? elapsed[peak] ?? 0, elapsed[peak + 1] ?? elapsed[peak] ?? 0);
}

function between(low: number, high: number): readonly number[] {
  const cells = 20;
  return Array.from({ length: cells + 1 }, (_, cell) => low + ((high - low) * cell) / cells);
}

function inflammationAfter(course: Omit<CourseToSolve, "days">, day: number): (elapsed: number) => number {
  const { D, I, R, G } = solveCourse({ ...course, days: [day] });
  const cascade = cascadeFrom(course.parameters, [D[0] ?? 0, I[0] ?? 0, R[0] ?? 0, G[0] ?? 0]);
  const out = new Float64Array(4);
  return (elapsed) => {
    cascade(elapsed, out);
    return out[1] ?? 0;
  };
}

function synthesisAfter(course: Omit<CourseToSolve, "days">, day: number): (elapsed: readonly number[]) => Curve {
  if (isOrdinary(course.parameters)) {
    const quick = quickSynthesis(course, day);
    return (elapsed) => ({ elapsed, values: quick(elapsed) });
  }
  return (elapsed) => {
    const days = elapsed.map((time) => day + time);
    const { F } = solveCourse({ ...course, days, relativeF: true, tolerance: 1e-9 });
    return { elapsed, values: [...F] };
  };
}
