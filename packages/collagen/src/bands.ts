import type { CourseToSolve } from "./course-to-solve.ts";
import { courseTrajectory } from "./course-trajectory.ts";
import { massOf, stainIndexOf } from "./observations.ts";
import { publishedMembers } from "./published.ts";
import { percentile } from "./statistics.ts";

export interface Band {
  readonly p5: readonly number[];
  readonly p50: readonly number[];
  readonly p95: readonly number[];
}

/** Stain index and mass are two different things and never share an axis. */
export interface Bands {
  readonly mass: Band;
  readonly stainIndex: Band;
}

/** The spread of the published ensemble's members, day by day (R's type 7 percentiles). */
export function bandsOf(course: Omit<CourseToSolve, "days" | "parameters">, days: readonly number[]): Bands {
  const masses = ensembleMasses(course, days);
  const indices = masses.map((mass, member) => stainIndexOf(mass, publishedMembers[member]?.psi ?? Number.NaN));
  return { mass: bandOf(masses, days.length), stainIndex: bandOf(indices, days.length) };
}

/** A + N + M of every member, in the ensemble's order. */
export function ensembleMasses(
  course: Omit<CourseToSolve, "days" | "parameters">,
  days: readonly number[],
): readonly Float64Array[] {
  return publishedMembers.map((parameters) => massOf(courseTrajectory({ ...course, days, parameters })));
}

export function bandOf(members: readonly Float64Array[], count: number): Band {
  const values = new Float64Array(members.length);
  const band = { p5: new Array<number>(count), p50: new Array<number>(count), p95: new Array<number>(count) };
  for (let day = 0; day < count; day += 1) {
    for (let member = 0; member < values.length; member += 1) values[member] = members[member]?.[day] ?? Number.NaN;
    values.sort();
    band.p5[day] = percentile(values, 0.05);
    band.p50[day] = percentile(values, 0.5);
    band.p95[day] = percentile(values, 0.95);
  }
  return band;
}
