import { type CourseToSolve, solveCourse } from "./solve-course.ts";
import { taylorCourse } from "./taylor-course.ts";
import type { Trajectory } from "./trajectory.ts";

/** Extreme parameters over many sessions add up errors that the calibration's own tolerance would let through. */
const carefulTolerance = 1e-10;

/** The course to within 1e-6 max(1, |x|): by Taylor series, and by implicit steps where something is too fast for them. */
export function courseTrajectory(course: CourseToSolve): Trajectory {
  return taylorCourse(course) ?? solveCourse({ ...course, tolerance: carefulTolerance });
}
