import type { CalibrationId } from "./calibration-data.ts";
import type { CourseToSolve } from "./course-to-solve.ts";
import { ageFactor, injuriesOn, injuryFraction } from "./injury.ts";
import type { Parameters } from "./parameters.ts";
import { restOf } from "./parameters.ts";
import { solveCourse } from "./solve-course.ts";
import type { Trajectory } from "./trajectory.ts";
import { millimetres, perCm2, years } from "./units.ts";

const phi = injuryFraction(millimetres(1.5), perCm2(250));
const halfDays = Array.from({ length: 121 }, (_, index) => index / 2);

type Solver = (course: CourseToSolve) => Trajectory;

/** What the published calibration was run with; another solver or tolerance would change its last digits. */
const publishedSolver: Solver = (course) => solveCourse({ ...course, tolerance: 1e-5 });

/** What the model says to each row of the calibration data. All needles 1.5 mm, 250 channels/cm2. */
export function predictionsOf(
  parameters: Parameters,
  solve: Solver = publishedSolver,
): Readonly<Record<CalibrationId, number>> {
  const histology = solve(courseOf(parameters, 30, [0, 30, 60, 90, 120], [176]));
  const optics = solve(courseOf(parameters, 55, [0, 30, 60, 90], [120, 180]));
  const { I, G, F } = solve(courseOf(parameters, 30, [0], halfDays));
  const peakF = Math.max(...F);
  return {
    C1: 1 + parameters.psi * (massOf(histology, 0) - 1),
    C2: (histology.A[0] ?? 0) / parameters.A0,
    C3: (massOf(optics, 1) - 1) / (massOf(optics, 0) - 1),
    C4: (I[14] ?? 0) / (I[2] ?? 0),
    C5: (G[28] ?? 0) / Math.max(...G),
    C6: (F[56] ?? 0) / peakF,
    C7: F.indexOf(peakF) / 2,
    C8: 100 * (parameters.dA * parameters.A0 + parameters.dN * restOf(parameters).N0),
  };
}

function courseOf(
  parameters: Parameters,
  ageYears: number,
  sessionDays: readonly number[],
  days: readonly number[],
): CourseToSolve {
  return { parameters, ageFactor: ageFactor(years(ageYears)), injuries: injuriesOn(sessionDays, phi), days };
}

function massOf({ A, N, M }: Trajectory, index: number): number {
  return (A[index] ?? 0) + (N[index] ?? 0) + (M[index] ?? 0);
}
