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
export { availabilityBytes } from "./day-starts.ts";
export { explainRefusal } from "./explain-refusal.ts";
export { findCourses } from "./find-courses.ts";
export { freeTimes, type PractitionerStarts, startsOn } from "./free-starts.ts";
export { parseCourseSearch } from "./parse-course-search.ts";
export { compareAims } from "./replan/aims.ts";
export { type HighsSolver, minimiseWithHighs } from "./replan/minimise-with-highs.ts";
export { planBetter, planGreedily } from "./replan/replan.ts";
export {
  type Neighbour,
  type ReplanAims,
  type ReplanAnswer,
  type ReplanCase,
  type ReplanLine,
  type ReplanObstacle,
  type ReplanPlace,
  type ReplanService,
  type ReplanSession,
  replanObstacles,
} from "./replan/replan-case.ts";
export { type Minimise, planBest, type SolvedPlan } from "./replan/solve-plan.ts";
export { searchCourses } from "./search-courses.ts";
export type { SearchLimits } from "./session-cells.ts";
export { giveTimesBack, replaceDays, type TakenTime, takeTimes } from "./taken-times.ts";
export { mayAskAt, offerMinutes, waitlistRules } from "./waitlist/offer-rules.ts";
export {
  type DayObstacle,
  offerableDays,
  returnsToWindow,
  type WaitingSession,
  type WaitingVisit,
} from "./waitlist/offerable-days.ts";
export { rankWaitlist } from "./waitlist/rank-waitlist.ts";
