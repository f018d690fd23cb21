import { buildAvailability } from "./availability.ts";
import type { CourseAnswer } from "./course-answer.ts";
import type { CourseSearch } from "./course-search.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { findCourses } from "./find-courses.ts";

/** The best whole courses, exactly, or why there is none. Pure: reads no clock and books nothing. */
export function searchCourses(search: CourseSearch): CourseAnswer {
  const availability = buildAvailability(search);
  const courses = findCourses(availability, search);
  return { courses, refusal: courses.length > 0 ? null : explainRefusal(availability, search) };
}
