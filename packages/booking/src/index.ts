export { type Availability, buildAvailability } from "./availability.ts";
export {
  type ConstraintGroup,
  type CostTerms,
  type CourseAnswer,
  constraintGroups,
  type PlacedSession,
  type Refusal,
  type Relaxation,
  type SuggestedCourse,
} from "./course-answer.ts";
export {
  type CourseRequest,
  type CourseSearch,
  type CourseWish,
  defaultWeights,
  type Service,
  type SiteCalendar,
  type Weights,
} from "./course-search.ts";
export { explainRefusal } from "./explain-refusal.ts";
export { findCourses } from "./find-courses.ts";
export { freeTimes, type PractitionerStarts, startsOn } from "./free-starts.ts";
export { parseCourseSearch } from "./parse-course-search.ts";
export { searchCourses } from "./search-courses.ts";
