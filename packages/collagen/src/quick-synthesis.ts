import { cascadeFrom } from "./cascade.ts";
import { courseTrajectory } from "./course-trajectory.ts";
import type { CourseToSolve } from "./solve-course.ts";

/** Gauss-Legendre with five points on (0, 1). */
const gauss: readonly (readonly [at: number, weight: number])[] = [
  [0.046910077030668004, 0.11846344252809454],
  [0.23076534494715845, 0.23931433524968324],
  [0.5, 0.28444444444444444],
  [0.7692346550528415, 0.23931433524968324],
  [0.953089922969332, 0.11846344252809454],
];

/**
 * F at ascending times since a session, by quadrature of its linear equation from one time to the next; for ordinary
 * parameters and gaps of a few days. The first time asked for is 0 or one that was asked for before.
 */
export function quickSynthesis(
  course: Omit<CourseToSolve, "days">,
  day: number,
): (elapsed: readonly number[]) => readonly number[] {
  const { aF, K, dF } = course.parameters;
  const { D, I, R, G, F } = courseTrajectory({ ...course, days: [day] });
  const cascade = cascadeFrom(course.parameters, [D[0] ?? 0, I[0] ?? 0, R[0] ?? 0, G[0] ?? 0]);
  const signals = new Float64Array(4);
  const known = new Map([[0, F[0] ?? 0]]);
  const carried = (from: number, value: number, to: number): number => {
    let sum = value * Math.exp(-dF * (to - from));
    for (const [at, weight] of gauss) {
      cascade(from + at * (to - from), signals);
      const source = (aF * course.ageFactor * (signals[3] as number)) / (K + (signals[3] as number));
      sum += dF * (to - from) * weight * source * Math.exp(-dF * (1 - at) * (to - from));
    }
    return sum;
  };
  return (elapsed) => {
    let from = elapsed[0] ?? 0;
    let value = known.get(from) ?? Number.NaN;
    return elapsed.map((to) => {
      if (to > from) value = carried(from, value, to);
      from = to;
      known.set(to, value);
      return value;
    });
  };
}
