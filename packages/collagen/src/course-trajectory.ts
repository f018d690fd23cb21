import type { CourseToSolve } from "./course-to-solve.ts";
import { solveCourse } from "./solve-course.ts";
import { taylorCourse } from "./taylor-course.ts";
import type { Trajectory } from "./trajectory.ts";

/** Extreme parameters over sixty sessions add errors up: the worst of 244 was 3.5e-8 with it, 1.2e-6 with ten times it. */
const carefulTolerance = 1e-9;

/** The course to within 1e-6 max(1, |x|): by Taylor series, and by implicit steps where something is too fast for them. */
export function courseTrajectory(course: CourseToSolve): Trajectory {
  return taylorCourse(course) ?? solveCourse({ ...course, tolerance: carefulTolerance });
}
