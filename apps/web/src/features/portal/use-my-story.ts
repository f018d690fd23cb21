import type { CourseView, SessionSummaryView } from "@fibril/contract";
import { useQueries } from "@tanstack/react-query";
import { myCheckIns, myCourses, myMeasurements, myRecord } from "./queries.ts";

/** What stands on the person's own axis; sessions as their courses tell of them, without clinical details. */
export function useMyStory() {
  const [courses, checkIns, measurements, record] = useQueries({
    queries: [myCourses, myCheckIns, myMeasurements, myRecord],
  });
  const all = [courses, checkIns, measurements, record];
  const isKnown = courses.data && checkIns.data && measurements.data && record.data;
  return {
    isFailed: all.some(({ isError }) => isError),
    retry: () => {
      for (const query of all) if (query.isError) void query.refetch();
    },
    facts: isKnown
      ? {
          courses: courses.data.courses,
          sessions: courses.data.courses.flatMap(doneSessions),
          checkIns: checkIns.data.checkIns,
          photographs: measurements.data.photographs,
          scores: measurements.data.scores,
          ageYears: record.data.patient.ageYears,
        }
      : null,
  };
}

export function doneSessions({ id, sessions }: CourseView): readonly SessionSummaryView[] {
  return sessions.flatMap(({ ordinal, performedOn, stoppedEarly }) =>
    performedOn === null
      ? []
      : [
          {
            id: `${id} ${ordinal}`,
            ordinal,
            performedOn,
            state: "signed" as const,
            deepestMm: null,
            zones: 0,
            painScore: null,
            stoppedEarly,
            signedBy: null,
          },
        ],
  );
}
