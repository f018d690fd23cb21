import { fixedParameters, freeParameterNames, type Parameters } from "./parameters.ts";
import { publishedEnsemble } from "./published.ts";
import { quickCourse } from "./quick-course.ts";
import { type CourseToSolve, solveCourse, type Trajectory } from "./solve-course.ts";

/** Each free parameter's least and largest value among the members of the published ensemble. */
const ranges = freeParameterNames.map((name) => {
  const values = publishedEnsemble.members.map((member) => member[name]);
  return { name, least: Math.min(...values), most: Math.max(...values) };
});

/** The course to within 1e-6 max(1, |x|): by quick steps inside the ensemble's range, by estimated ones elsewhere. */
export function courseTrajectory(course: CourseToSolve): Trajectory {
  return (isOrdinary(course.parameters) && quickCourse(course)) || solveCourse(course);
}

/** Whether the parameters lie where the quick steps were tested. */
export function isOrdinary(parameters: Parameters): boolean {
  for (const { name, least, most } of ranges) {
    if (!(parameters[name] >= least && parameters[name] <= most)) return false;
  }
  const { kD, fIR, wP, dG, A0, dM } = fixedParameters;
  const given = parameters;
  return (
    given.kD === kD && given.fIR === fIR && given.wP === wP && given.dG === dG && given.A0 === A0 && given.dM === dM
  );
}
