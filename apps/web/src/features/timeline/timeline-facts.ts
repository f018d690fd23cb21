import type { CheckInView, CourseView, PhotographView, ScoreView, SessionSummaryView } from "@fibril/contract";

/** Everything that stands on one patient's axis; whoever asks (clinic or patient) brings what they may see. */
export interface TimelineFacts {
  readonly courses: readonly CourseView[];
  readonly sessions: readonly SessionSummaryView[];
  readonly checkIns: readonly CheckInView[];
  readonly photographs: readonly PhotographView[];
  readonly scores: readonly ScoreView[];
  /** Null where it is not known: then no band is drawn. */
  readonly ageYears: number | null;
}
