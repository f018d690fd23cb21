export { courseRules, type GapDays, standardGapDays } from "./course-rules.ts";
export { type CourseSummary, type SessionRecord, summariseCourse } from "./course-summary.ts";
export { type Maintenance, type MaintenanceState, maintenanceOf } from "./maintenance.ts";
export { type CourseDay, type Move, type MovedSession, type ReflowProblem, reflow } from "./reflow.ts";
export {
  type CoursePlan,
  type CourseProblem,
  type GapVerdict,
  gapProblem,
  gapVerdict,
  type PlannedSession,
  planCourse,
  type SessionWindow,
  startingFrom,
  windowAfter,
  windowBetween,
} from "./session-window.ts";
export { widenGap } from "./widen-gap.ts";
